/// What a sanction's decision comes to (X5).
package enum SanctionDecision: String, ChoiceValue { case none, warning, restricted }
