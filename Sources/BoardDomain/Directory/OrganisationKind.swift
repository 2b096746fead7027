/// What an organisation is on the board.
package enum OrganisationKind: String, ChoiceValue {
    case enterprise, university, institute, platform, laboratory, government, buyer
    case jointTrainingTeam
}
