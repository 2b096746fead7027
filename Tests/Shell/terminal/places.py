"""Every place of the terminal program: who has it, the keys that lead there from the inbox, what is seen then.

A way is a row of words: `@text` waits until it is seen, `=text` is typed, everything else is a key by tmux's name.
"""

from typing import NamedTuple


class Place(NamedTuple):
    name: str
    person: str
    way: str
    sees: str
    #: How many more leaves of the same screen Tab turns to.
    leaves: int = 0
    #: Whether Ctrl-C asks first.
    asks: bool = False


SCREENS = [
    Place("inbox", "guo-anlan", "", "复核市场评价"),
    Place("board", "xu-zhengyang", "2", "XC-2023-0001"),
    Place("case", "hong-jianqing", "2 @XC-2023-0001 Enter", "径向振动加速度级", leaves=11),
    Place("act", "xu-zhengyang", "@铜合金 Enter", "批准里程碑"),
    Place("form", "xu-zhengyang", "@铜合金 Enter @M10 r", "条款依据"),
    Place("post", "cao-lixin", "@人机协作 Enter", "需求类别"),
    Place("bid", "luo-changhe", "@低温 Enter", "承诺值"),
    Place("receipt", "luo-changhe", "@低温 Enter @承诺值 i", "jiebang-receipt/1"),
    Place("score", "ji-ranzhi", "@山区 Enter", "加权总分"),
    Place("verify", "dong-jiaxiang", "@喷气 Down Enter", "疵点检出率"),
    Place("evaluate", "guo-anlan", "@复核 Down Down Down Down Down Down Enter", "ORDER"),
    Place("dashboard", "song-weiyi", "3", "中位天数"),
    Place("audit", "hong-jianqing", "5", "事件流", leaves=3),
    Place("event", "hong-jianqing", "5 @JBGS Enter", "前一条哈希"),
    Place("directory", "lu-guanping", "4", "an-zimo", leaves=4),
    Place("file", "lu-guanping", "4 @an-zimo Enter", "企业联络员", leaves=3),
    Place("begin", "li-wanqing", "n", "载入工作日历"),
    Place("key", "tian-shouzheng", ": =启封密钥 @启封密钥 Enter", "再次输入"),
    Place("demands", "li-wanqing", ": =导入 @导入需求 Enter", "清单文件路径"),
    Place("past", "hong-jianqing", "5 @JBGS a @往时 =3000 Enter", "共 3000 条"),
]

OVERLAYS = [
    Place("help", "xu-zhengyang", "@铜合金 ?", "重画屏幕"),
    Place("palette", "xu-zhengyang", "@铜合金 : =qw", "前往：榜单"),
    Place("persons", "xu-zhengyang", "@铜合金 P", "ding-ruoyu"),
    Place("facets", "xu-zhengyang", "2 @XC-2023-0001 f", "环节 · 企业出题"),
    Place("words", "xu-zhengyang", "2 @XC-2023-0001 / =轴承", "轴承"),
    Place("filter", "xu-zhengyang", "@铜合金 / =铜", "铜合金"),
    Place("confirmation", "xu-zhengyang", "@铜合金 Enter @M10 a", "将记录"),
    Place("grave confirmation", "ma-suqin", "@风电 Enter @Y11 a @各项条件 C-s", "将记录"),
    Place("log filter", "hong-jianqing", "5 @JBGS /", "事项名称"),
    Place("jump", "hong-jianqing", "5 @JBGS # =12", "输入序号"),
    Place("moment", "hong-jianqing", "5 @JBGS a =3", "日志序号"),
    Place("anchor", "hong-jianqing", "5 @JBGS V =/tmp", "锚点文件"),
    Place("naming", "lu-guanping", "4 @an-zimo n =new-person", "新人员"),
    Place("options", "cao-lixin", "@人机协作 Enter @需求类别 Down M-Down", "未来布局重点"),
    Place("beside", "xu-zhengyang", "@铜合金 Enter @M10 r @M10 F4", "方案设计"),
    Place("help over a form", "cao-lixin", "@人机协作 Enter @需求类别 F1", "帮助"),
    Place("leaving", "tian-shouzheng", ": =启封密钥 @启封密钥 Enter @再次 =secret Escape", "尚未", asks=True),
]


def walk(terminal, place):
    """Goes there by the keys of its way, and waits until it is seen."""
    for word in place.way.split():
        if word.startswith("@"):
            terminal.expect(word[1:])
        elif word.startswith("="):
            terminal.type(word[1:])
        else:
            terminal.press(word)
    terminal.expect(place.sees)
