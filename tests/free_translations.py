"""Pairs that a human translator took liberties with: sentences merged and divided, subjects dropped, idioms, clauses turned round.

Written for this; people and places are made up. Nothing is missing in them and nothing was added.
"""

from __future__ import annotations

from source_corruptions import Pair

FREE: dict[str, tuple[Pair, ...]] = {
    "en": (
        Pair("It was raining cats and dogs. Nobody went out.", "비가 억수같이 쏟아져 아무도 밖에 나가지 않았다."),
        Pair("He kicked the bucket last spring.", "그는 지난봄 세상을 떠났다."),
        Pair("The mayor, who had promised new buses for years, finally admitted on Friday that there was no money left for them.", "시장은 여러 해 동안 새 버스를 약속해 왔지만 금요일에야 예산이 바닥났다고 털어놓았다."),
        Pair("“I could not be happier,” said the baker, wiping the flour off her hands.", "빵집 주인은 손에 묻은 밀가루를 닦으며 “더 바랄 나위가 없다”고 말했다."),
        Pair("She did not leave the house until the snow had melted.", "그녀는 눈이 녹고 나서야 집을 나섰다."),
        Pair("You can't make an omelette without breaking eggs. That, at least, is what the minister keeps telling reporters.", "희생 없이는 얻는 것도 없다는 말을 장관은 기자들에게 되풀이한다."),
        Pair("The harbour froze. The ferries stopped. For three weeks the island lived on what it had in its cellars.", "항구가 얼고 여객선이 끊기자 섬사람들은 3주 동안 지하실에 쌓아 둔 것으로 버텼다."),
        Pair("Prices rose by 4 per cent in May, which surprised even those economists who had warned of inflation all year.", "5월 물가는 4% 올랐다. 한 해 내내 인플레이션을 경고해 온 경제학자들마저 놀랐다."),
        Pair("It is not the first time that the river has burst its banks here.", "이곳에서 강이 넘친 것은 처음이 아니다."),
        Pair("Not a single member of the board voted against the sale.", "이사회는 만장일치로 매각을 승인했다."),
        Pair("The school remained closed.", "학교는 문을 열지 않았다."),
        Pair("Do you think anyone cares? I doubt it.", "누가 신경이나 쓰겠는가. 그럴 것 같지 않다."),
        Pair("Could you please send us your answer by Monday?", "월요일까지 답을 보내 주시기 바랍니다."),
        Pair("After the storm, the villagers, most of them over seventy, walked down to the beach (or what was left of it) to look for their boats.", "폭풍이 지나간 뒤, 대부분 일흔이 넘은 마을 사람들은 남아 있는 해변으로 내려가 배를 찾았다."),
        Pair("Few believed him, and fewer still helped.", "그를 믿는 사람은 거의 없었고 돕는 사람은 더 적었다."),
        Pair("Sales fell short of expectations, but the company, undeterred, announced two more factories: one in the north, the other near the old capital.", "매출은 기대에 못 미쳤으나 회사는 아랑곳하지 않고 공장을 두 곳 더 짓겠다고 발표했다. 하나는 북부에, 다른 하나는 옛 수도 근처에 들어선다."),
        Pair("He is by no means a fool.", "그는 결코 어리석지 않다."),
        Pair("The trial was adjourned. A new date has not been set. The judge, according to his office, is ill.", "재판은 연기되었고 새 기일은 미정이다. 법원은 판사가 병중이라고 밝혔다."),
        Pair("What the committee wants, as its chairwoman explained at length on Thursday evening, is a law that every farmer in the country can read and understand without a lawyer at his elbow.", "위원장이 목요일 저녁 길게 설명한 대로, 위원회가 바라는 것은 나라의 어느 농부라도 변호사 없이 읽고 알 수 있는 법이다."),
        Pair("“Never again,” she said. “Never.”", "그녀는 “다시는 그런 일이 없을 것”이라고 거듭 말했다."),
    ),
    "ja": (
        Pair("雨が降っていた。誰も外に出なかった。", "비가 와서 아무도 밖에 나가지 않았다."),
        Pair("市長は金曜日、新しいバスを買う予算が残っていないことを認めた。", "시장은 금요일, 새 버스를 살 예산이 바닥났음을 인정했다."),
        Pair("彼は会議に出席しなければならなかった。", "그는 회의에 참석해야 했다."),
        Pair("島の漁師たちは、港が凍ったため三週間も船を出せなかったという。", "섬 어부들은 항구가 얼어 3주나 배를 띄우지 못했다고 한다."),
        Pair("彼女が来たのは雪が解けてからではないか、と隣人は言う。", "그녀가 온 것은 눈이 녹은 뒤였을 것이라고 이웃은 말한다."),
        Pair("値上げは避けられそうにない。", "가격 인상이 불가피해 보인다."),
        Pair("学校は閉まったままだ。", "학교는 여전히 문을 열지 않고 있다."),
        Pair("この川があふれたのは初めてではない。十年前にも橋が流された。", "이 강은 전에도 넘친 적이 있다. 10년 전에도 다리가 떠내려갔다."),
        Pair("理事会は全会一致で売却を承認した。反対した者は一人もいなかった。", "이사회는 한 명의 반대도 없이 만장일치로 매각을 승인했다."),
        Pair("お返事は月曜日までにいただけませんか。", "월요일까지 답장해 주시면 고맙겠습니다."),
        Pair("農家の人々は、ただ待つしかなかった。", "농민들은 그저 기다릴 뿐이었다."),
    ),
    "de": (
        Pair("Es goss in Strömen. Niemand ging hinaus.", "비가 억수같이 쏟아져 아무도 밖에 나가지 않았다."),
        Pair("Der Bürgermeister, der jahrelang neue Busse versprochen hatte, gab am Freitag endlich zu, dass dafür kein Geld mehr da sei.", "시장은 여러 해 동안 새 버스를 약속해 왔지만 금요일에야 예산이 바닥났다고 털어놓았다."),
        Pair("Die Schule blieb geschlossen.", "학교는 문을 열지 않았다."),
        Pair("Der Vorstand stimmte dem Verkauf einstimmig zu; nicht eine Stimme war dagegen.", "이사회는 만장일치로 매각에 동의했다."),
        Pair("Im Mai stiegen die Preise um 4 Prozent, was selbst jene Ökonomen überraschte, die das ganze Jahr vor der Inflation gewarnt hatten.", "5월 물가는 4% 올랐다. 한 해 내내 인플레이션을 경고해 온 경제학자들마저 놀랐다."),
        Pair("Der Prozess wurde vertagt. Ein neuer Termin steht noch nicht fest.", "재판은 연기되었고 새 기일은 미정이다."),
        Pair("Er ist keineswegs dumm.", "그는 결코 어리석지 않다."),
        Pair("Nicht nur die Bauern, auch die Fischer klagen über die neue Steuer.", "농부뿐 아니라 어부도 새 세금에 불만을 터뜨린다."),
        Pair("Wer zu spät kommt, den bestraft das Leben.", "늦게 오는 자는 인생이 벌한다."),
        Pair("Ob der Fluss hier jemals wieder sauber wird, weiß niemand so recht zu sagen.", "이 강이 다시 깨끗해질지 자신 있게 말하는 사람은 없다."),
    ),
    "vi": (
        Pair("Trời mưa như trút nước. Không ai ra khỏi nhà.", "비가 억수같이 쏟아져 아무도 집 밖에 나가지 않았다."),
        Pair("Thị trưởng, người đã hứa mua xe buýt mới suốt nhiều năm, cuối cùng cũng thừa nhận hôm thứ Sáu rằng ngân sách đã cạn.", "시장은 여러 해 동안 새 버스를 약속해 왔지만 금요일에야 예산이 바닥났다고 털어놓았다."),
        Pair("Không chỉ nông dân mà cả ngư dân cũng phàn nàn về thuế mới.", "농부뿐 아니라 어부도 새 세금에 불만을 터뜨린다."),
        Pair("Hãng hàng không này vừa mở thêm hai đường bay.", "이 항공사는 최근 노선 두 개를 새로 열었다."),
        Pair("Trường học vẫn đóng cửa.", "학교는 여전히 문을 열지 않고 있다."),
        Pair("Phiên tòa bị hoãn. Ngày xét xử mới chưa được ấn định.", "재판은 연기되었고 새 기일은 미정이다."),
        Pair("Giá cả tăng 4% trong tháng 5, khiến ngay cả những nhà kinh tế đã cảnh báo lạm phát suốt cả năm cũng phải ngạc nhiên.", "5월 물가는 4% 올랐다. 한 해 내내 인플레이션을 경고해 온 경제학자들마저 놀랐다."),
        Pair("Ông ấy không thể không đồng ý.", "그는 동의하지 않을 수 없었다."),
        Pair("Bạn có thể trả lời chúng tôi trước thứ Hai được không?", "월요일까지 답해 주시기 바랍니다."),
        Pair("Mãi đến khi tuyết tan bà mới rời khỏi nhà.", "그녀는 눈이 녹고 나서야 집을 나섰다."),
    ),
}  # fmt: skip
