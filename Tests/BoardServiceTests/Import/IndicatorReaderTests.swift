import BoardDomain
import Testing

@testable import BoardService

@Suite("Indicators of a list")
struct IndicatorReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let parts: [String?]
        var testDescription: String { text }

        init(_ text: String, _ parts: String?...) {
            self.text = text
            self.parts = parts
        }
    }

    /// Name, comparator with target, unit, method, condition.
    private static func parts(_ measure: IndicatorMeasure) -> [String?] {
        let target =
            measure.upper.map { "\(measure.target.text)～\($0.text)" }
            ?? measure.comparator.rawValue + measure.target.text
        return [measure.name, target, measure.unit, measure.method, measure.condition]
    }

    @Test(
        "An indicator is split into name, comparison, unit, method and condition",
        arguments: [
            Case(
                "①单元总摩擦力矩≤0.45 N·m（23℃，800 r/min，GB/T 32562方法）", "单元总摩擦力矩", "≤0.45", "N·m",
                "GB/T 32562", "23℃，800 r/min"),
            Case("②泥浆试验≥20个循环无进水", "泥浆试验", "≥20", "个循环", nil, "无进水"),
            Case("③-40℃冷启动力矩≤1.2 N·m", "-40℃冷启动力矩", "≤1.2", "N·m", nil, nil),
            Case("寿命预测误差≤15%", "寿命预测误差", "≤15", "%", nil, nil),
            Case("①转杯转速≥150000 r/min连续运行72 h", "转杯转速", "≥150000", "r/min", nil, "连续运行72 h"),
            Case("千锭时断头率≤120根", "千锭时断头率", "≤120", "根", nil, nil),
            Case("①线圈表面最高温度≤100℃，满足GB/T 3836.15", "线圈表面最高温度", "≤100", "℃", "GB/T 3836.15", nil),
            Case("②开度10%处流量偏差≤±8%（n=30）", "开度10%处流量偏差", "±8", "%", nil, "n=30"),
            Case("③动作寿命≥30万次", "动作寿命", "≥30", "万次", nil, nil),
            Case("④泄漏量≤600 mL/min", "泄漏量", "≤600", "mL/min", nil, nil),
            Case("③废酸量下降≥40%", "废酸量下降", "≥40", "%", nil, nil),
            Case("①导程误差≤5 μm/25 mm", "导程误差", "≤5", "μm/25 mm", nil, nil),
            Case("②40℃环境满载悬停15 min绕组温度≤155℃", "40℃环境满载悬停15 min绕组温度", "≤155", "℃", nil, nil),
            Case("①体外释放28天，累计释放80%～95%", "体外释放28天，累计释放", "80～95", "%", nil, nil),
            Case("③稳定性加速6个月含量≥95%", "稳定性加速6个月含量", "≥95", "%", nil, nil),
            Case("②适配国产控制器≥2种", "适配国产控制器", "≥2", "种", nil, nil),
            Case("②回用水色度≤15倍", "回用水色度", "≤15", "倍", nil, nil),
            Case("③吨水处理成本≤6.5元", "吨水处理成本", "≤6.5", "元", nil, nil),
            Case("①年漂移≤0.1%FS", "年漂移", "≤0.1", "%FS", nil, nil),
            Case("①噪声≤32 dB(A)（GB/T 4214.1）", "噪声", "≤32", "dB(A)", "GB/T 4214.1", nil),
            Case("良率不低于92%", "良率", "≥92", "%", nil, nil),
            Case("能耗不超过１２．５ kW·h", "能耗", "≤12.5", "kW·h", nil, nil),
            Case("能耗超过3 kW", "能耗", ">3", "kW", nil, nil),
            Case("节拍＜25 s", "节拍", "<25", "s", nil, nil),
            Case("节拍小于等于25 s", "节拍", "≤25", "s", nil, nil),
            Case("转速＞＝3,000 r/min", "转速", "≥3000", "r/min", nil, nil),
            Case("连续运行至少200小时", "连续运行", "≥200", "小时", nil, nil),
            Case("工位数=8个", "工位数", "=8", "个", nil, nil),
            Case("良率92%以上", "良率", "≥92", "%", nil, nil),
            Case("良率不低于92%以上", "良率", "≥92", "%", nil, nil),
            Case("温升35 K以内", "温升", "≤35", "K", nil, nil),
            Case("工作温度-40～85℃", "工作温度", "-40～85", "℃", nil, nil),
            Case("湿度30%-60%", "湿度", "30～60", "%", nil, nil),
            Case("外径10±0.05 mm", "外径", "9.95～10.05", "mm", nil, nil),
            Case("同轴度±0.02 mm", "同轴度", "±0.02", "mm", nil, nil),
            Case("凝固点≤-40℃", "凝固点", "≤-40", "℃", nil, nil),
            Case("年产值≥5000万元", "年产值", "≥5000", "万元", nil, nil),
            Case("盐雾试验：≥720 h（按GB/T 10125执行）", "盐雾试验", "≥720", "h", "GB/T 10125", nil),
            Case("含量≥98.5%（HPLC，药典方法）", "含量", "≥98.5", "%", "药典方法", "HPLC"),
            Case("流量≥3 m3/h", "流量", "≥3", "m3/h", nil, nil),
            Case("强度≥1×10件", nil), Case("寿命≥1×10^6次", nil), Case("80≤硬度≤90", nil),
            Case("≥95%", nil), Case("2026-2027年产值", nil), Case("规格≥3型", nil),
            Case("不停机", nil), Case("感官审评得分不低于原工艺", nil), Case("可识别最小缺陷0.5 mm", nil),
            Case("波动95%～80%", nil), Case("精度≥±5%", nil),
        ])
    func splits(example: Case) throws {
        let read = IndicatorReader.read(example.text)
        let indicator = try #require(read.first)
        #expect(read.count == 1)
        if let measure = indicator.measure {
            #expect(Self.parts(measure) == example.parts)
        } else {
            #expect(example.parts == [nil])
            #expect(example.text.hasSuffix(indicator.text))
        }
    }

    @Test("Two comparisons in one item are two indicators")
    func twoInOne() {
        let read = IndicatorReader.read("②连续运行≥200 h，收率波动≤±1.5%；")
        #expect(read.map(\.text) == ["连续运行≥200 h", "收率波动≤±1.5%"])
        #expect(read.map { $0.measure?.comparator } == [.atLeast, .within])
        #expect(read.allSatisfy { $0.measure?.condition == nil })
    }

    @Test(
        "Items are told apart by circled numbers, by plain numbers, by semicolons and by lines",
        arguments: [
            "①甲≥1；②乙≥2；③丙≥3", "①甲≥1②乙≥2③丙≥3", "1.甲≥1；2.乙≥2；3.丙≥3", "1、甲≥1\n2、乙≥2\n3、丙≥3",
            "（1）甲≥1；（2）乙≥2；（3）丙≥3。", "甲≥1；乙≥2;丙≥3", "甲≥1\n乙≥2\n丙≥3", "甲≥1，乙≥2,丙≥3",
            "１．甲≥1；２．乙≥2；３．丙≥3",
        ])
    func items(cell: String) {
        let measures = IndicatorReader.read(cell).map(\.measure)
        #expect(measures.map { $0?.name } == ["甲", "乙", "丙"])
        #expect(measures.map { $0?.target.text } == ["1", "2", "3"])
    }

    @Test("A decimal at the start of an item is no marker, a grouped number is one number")
    func decimals() {
        #expect(IndicatorReader.read("1.5 mm钢丝断裂力≥30 N").first?.measure?.name == "1.5 mm钢丝断裂力")
        #expect(IndicatorReader.read("转速≥150,000 r/min").first?.measure?.target.text == "150000")
    }

    @Test("A semicolon within brackets separates nothing")
    func brackets() {
        let read = IndicatorReader.read("力矩≤1 N·m（23℃；GB/T 1）；噪声≤2 dB")
        #expect(read.map { $0.measure?.name } == ["力矩", "噪声"])
        #expect(read.first?.measure?.method == "GB/T 1")
    }

    @Test("Placeholders are no indicators", arguments: ["①待定", "待定", "无", "/", "①；②", "", "详见附件。"])
    func placeholders(cell: String) {
        #expect(IndicatorReader.read(cell) == [])
    }
}
