extension SQLiteEventLog {
    package func subscribe(after position: Int64) -> EventSubscription {
        watch.begin()
        return EventSubscription(after: position, arrivals: arrivals) { [reader] in
            try await reader.events(after: $0, through: .max, limit: $1)
        }
    }
}
