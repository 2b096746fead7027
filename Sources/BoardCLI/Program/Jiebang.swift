import ArgumentParser

/// The program itself: what its first word may be.
struct Jiebang: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jiebang", abstract: say("cli.command.jiebang"),
        discussion: say("cli.command.jiebang.more"), version: version,
        groupedSubcommands: [
            CommandGroup(
                name: say("cli.group.case"),
                subcommands: [
                    TerminalCommand.self, ListCommand.self, ShowCommand.self, MayCommand.self,
                    DoCommand.self,
                    InboxCommand.self, TimelineCommand.self, PrintCommand.self,
                    StatsCommand.self,
                ]),
            CommandGroup(
                name: say("cli.group.board"),
                subcommands: [
                    InitCommand.self, ImportCommand.self, ExportCommand.self, LogCommand.self,
                    VerifyCommand.self, CheckpointCommand.self, BackupCommand.self,
                    RestoreCommand.self, RebuildCommand.self, ClockCommand.self,
                    ReadsCommand.self, SimulateCommand.self,
                ]),
            CommandGroup(
                name: say("cli.group.people"),
                subcommands: [
                    PersonCommand.self, OrganisationCommand.self, AppointCommand.self,
                    PoolCommand.self, KeysCommand.self,
                ]),
            CommandGroup(
                name: say("cli.group.rules"),
                subcommands: [
                    MachineCommand.self, PolicyCommand.self, WorkdaysCommand.self,
                    UnifiedCodeCommand.self,
                ]),
        ])

    static let version = "0.1.0"

    static var _errorPrefix: String { say("cli.error") }

    @OptionGroup(title: say("cli.options.global")) var globals: Globals
}
