/// A colour where equal distances look equally far apart (Björn Ottosson's OKLab): what "nearest" is judged in.
struct OKLab: Equatable {
    var lightness: Double
    var greenRed: Double
    var blueYellow: Double

    init(red: UInt8, green: UInt8, blue: UInt8) {
        let r = Self.linear[Int(red)]
        let g = Self.linear[Int(green)]
        let b = Self.linear[Int(blue)]
        let long = Self.cubeRoot(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
        let medium = Self.cubeRoot(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
        let short = Self.cubeRoot(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        greenRed = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        blueYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }

    func distanceSquared(to other: OKLab) -> Double {
        let l = lightness - other.lightness
        let a = greenRed - other.greenRed
        let b = blueYellow - other.blueYellow
        return l * l + a * a + b * b
    }

    /// sRGB to linear light, for each of the 256 values.
    private static let linear: [Double] = (0...255).map { value in
        let part = Double(value) / 255
        if part <= 0.04045 { return part / 12.92 }
        let base = (part + 0.055) / 1.055
        return base * base * fifthRoot(base * base)
    }

    // The standard library has no powers but squares and roots; Newton's steps from 1 converge from above for 0 < x ≤ 1.
    private static func cubeRoot(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        var y = x.squareRoot().squareRoot() + 0.001
        for _ in 0..<12 { y -= (y * y * y - x) / (3 * y * y) }
        return y
    }

    private static func fifthRoot(_ x: Double) -> Double {
        var y = 1.0
        for _ in 0..<40 {
            let power = y * y * y * y
            y -= (power * y - x) / (5 * power)
        }
        return y
    }
}
