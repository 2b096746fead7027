/// Which style a thing has by the part it plays on the screen. A view asks for roles and never for colours.
public struct Theme: Hashable, Sendable {
    /// The part that something plays.
    public enum Role: String, CaseIterable, Sendable {
        /// What is read.
        case text
        /// What is less important: hints, units, what cannot be done now.
        case muted
        /// What draws the eye: the key of an action, the current tab.
        case accent
        /// A heading.
        case title
        /// The line at the top.
        case header
        /// The line at the bottom.
        case footer
        /// Lines around and between.
        case border
        /// The border of the part that takes the keys.
        case focus
        /// The row or choice under the cursor.
        case selection
        /// Where one types.
        case field
        /// What was found.
        case match
        /// Done, passed, allowed.
        case success
        /// Soon due, doubtful.
        case warning
        /// Overdue, failed, refused.
        case danger
        /// Worth knowing.
        case notice
        /// What lies over the rest: dialogs, menus.
        case overlay
    }

    /// What to call it.
    public let name: String
    private var styles: [Role: Style]

    /// Roles that are not named have the terminal's own style.
    public init(name: String, styles: [Role: Style]) {
        self.name = name
        self.styles = styles
    }

    /// The style of a role.
    public subscript(role: Role) -> Style {
        get { styles[role] ?? .plain }
        set { styles[role] = newValue }
    }

    /// All that come with the library.
    public static let all: [Theme] = [.dark, .light, .highContrast, .mono]

    /// For light text on a dark ground.
    public static let dark = Theme(
        name: "dark",
        styles: [
            .muted: Style(foreground: .rgb(138, 143, 152)),
            .accent: Style(foreground: .rgb(125, 176, 255)),
            .title: Style(foreground: .rgb(240, 242, 245), .bold),
            .header: Style(foreground: .rgb(240, 242, 245), background: .rgb(38, 56, 84), .bold),
            .footer: Style(foreground: .rgb(200, 205, 213), background: .rgb(40, 44, 52)),
            .border: Style(foreground: .rgb(92, 99, 112)),
            .focus: Style(foreground: .rgb(125, 176, 255), .bold),
            .selection: Style(
                foreground: .rgb(255, 255, 255), background: .rgb(45, 85, 140), .bold),
            .field: Style(background: .rgb(44, 49, 58)),
            .match: Style(foreground: .rgb(255, 214, 102), .underline),
            .success: Style(foreground: .rgb(126, 211, 137)),
            .warning: Style(foreground: .rgb(240, 190, 90)),
            .danger: Style(foreground: .rgb(255, 122, 112), .bold),
            .notice: Style(foreground: .rgb(110, 205, 215)),
            .overlay: Style(foreground: .rgb(226, 229, 234), background: .rgb(33, 37, 43)),
        ])

    /// For dark text on a light ground.
    public static let light = Theme(
        name: "light",
        styles: [
            .muted: Style(foreground: .rgb(100, 106, 115)),
            .accent: Style(foreground: .rgb(0, 80, 180)),
            .title: Style(foreground: .rgb(20, 24, 31), .bold),
            .header: Style(foreground: .rgb(255, 255, 255), background: .rgb(36, 86, 150), .bold),
            .footer: Style(foreground: .rgb(45, 50, 58), background: .rgb(224, 228, 234)),
            .border: Style(foreground: .rgb(150, 156, 166)),
            .focus: Style(foreground: .rgb(0, 80, 180), .bold),
            .selection: Style(foreground: .rgb(10, 20, 40), background: .rgb(184, 212, 250), .bold),
            .field: Style(foreground: .rgb(20, 24, 31), background: .rgb(236, 239, 243)),
            .match: Style(foreground: .rgb(150, 80, 0), .underline),
            .success: Style(foreground: .rgb(20, 115, 50)),
            .warning: Style(foreground: .rgb(145, 88, 0)),
            .danger: Style(foreground: .rgb(180, 25, 25), .bold),
            .notice: Style(foreground: .rgb(0, 105, 120)),
            .overlay: Style(foreground: .rgb(20, 24, 31), background: .rgb(242, 244, 247)),
        ])

    /// Black, white and the brightest of the sixteen.
    public static let highContrast = Theme(
        name: "high contrast",
        styles: [
            .text: Style(foreground: .brightWhite, background: .black),
            .muted: Style(foreground: .brightWhite, background: .black),
            .accent: Style(foreground: .indexed(14), background: .black, .bold),
            .title: Style(foreground: .brightWhite, background: .black, [.bold, .underline]),
            .header: Style(foreground: .black, background: .brightWhite, .bold),
            .footer: Style(foreground: .black, background: .brightWhite),
            .border: Style(foreground: .brightWhite, background: .black),
            .focus: Style(foreground: .indexed(11), background: .black, .bold),
            .selection: Style(foreground: .black, background: .indexed(11), .bold),
            .field: Style(foreground: .brightWhite, background: .black, .underline),
            .match: Style(foreground: .indexed(11), background: .black, [.bold, .underline]),
            .success: Style(foreground: .indexed(10), background: .black, .bold),
            .warning: Style(foreground: .indexed(11), background: .black, .bold),
            .danger: Style(foreground: .indexed(9), background: .black, [.bold, .underline]),
            .notice: Style(foreground: .indexed(14), background: .black),
            .overlay: Style(foreground: .brightWhite, background: .black),
        ])

    /// Attributes only.
    public static let mono = Theme(
        name: "mono",
        styles: [
            .muted: Style(.dim), .accent: Style(.bold), .title: Style(.bold),
            .header: Style([.bold, .reverse]), .footer: Style(.reverse), .focus: Style(.bold),
            .selection: Style([.bold, .reverse]), .field: Style(.underline),
            .match: Style(.underline), .success: Style(.bold), .warning: Style(.underline),
            .danger: Style([.bold, .underline]),
        ])
}
