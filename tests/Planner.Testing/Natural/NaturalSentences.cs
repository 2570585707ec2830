namespace Planner.Testing.Natural;

/// <summary>Sentences of tickets: about routes, tables, columns, types, files, limits, jobs and other systems.</summary>
internal static class NaturalSentences
{
    private static readonly Func<NaturalWords, string>[] All =
    [
        w => $"{w.Method} {w.Route} returns the {w.Noun}.",
        w =>
            $"`{w.Method} {w.Route}` answers {w.One([200, 201, 202, 204, 400, 403, 404, 409, 422, 429])} when {w.Actor} asks for a {w.Noun} that is not there.",
        w => $"{w.Method} {w.NewRoute} lists {w.Noun}s, newest first, {w.Number(1, 200)} per page.",
        w => $"`POST {w.NewRoute}` with `{{\"{w.Noun}\":\"x\",\"amount\":{w.Number(1, 90)}}}` makes a {w.Noun}.",
        w => $"`DELETE {w.Route}` removes the {w.Noun}; only {w.Actor} may do so.",
        w =>
            $"A new table `{w.NewTable}` holds the {w.Noun}: `{w.Noun}_id` ({w.ColumnType} not null), `order_id` ({w.ColumnType}), `state` (text, one of "
                + $"open, done, failed).",
        w => $"{w.Table} gets a column {w.Column} ({w.ColumnType}{(w.Chance(50) ? " not null" : "")}{(w.Chance(30) ? ", default 0" : "")}).",
        w => $"The column {w.Column} of {w.Table} is {w.One(["dropped", "indexed", "unique", "renamed", "filled for old rows"])}.",
        w => $"An index on {w.Table} ({w.Column}) makes the list fast.",
        w => $"{w.Table} must also allow the status `{w.Noun}ed`.",
        w => $"{w.Type} refuses a {w.Noun} when the order is older than {w.Number(1, 90)} days.",
        w => $"{w.Type} calls {w.Type} and writes {w.Table}.",
        w => $"`{w.NewType}` is added beside {w.Type}.",
        w => $"{w.Member} takes the {w.Noun} into account.",
        w => $"{w.File} is changed so that the {w.Noun} is deployed.",
        w => $"The pipeline in {w.File} runs every {w.Number(1, 60)} minutes.",
        w => $"Then `IPaymentGateway` is called; retry when it fails.",
        w => $"A failed {w.Noun} is retried {w.Number(2, 9)} times and never lost, also when the other side is unavailable.",
        w => $"{w.Actor} is notified by mail; `IMailSender` sends it {w.One(["immediately", "later", "in the background", "exactly once"])}.",
        w => $"`{w.NewType}` publishes an event to the message queue of the warehouse system.",
        w => $"{w.Job} exports {w.Noun}s of the day nightly and recomputes {w.Table}.",
        w => $"The nightly import of {w.Table} may be rerun and never counts a {w.Noun} twice.",
        w => $"At most {w.Number(1, 500)} {w.Noun}s per order; more is refused with {w.One([400, 409, 422])}.",
        w => $"`{w.Method} {w.Route}` stays under {w.Number(50, 900)} ms at the 95th percentile with {w.Number(5, 90)} requests per second.",
        w => $"{w.Table} has {w.Number(1, 90)} million rows.",
        w => $"Two callers at the same time never both get the {w.Noun}.",
        w => $"On the order page {w.Actor} sees a button for the {w.Noun}.",
        w => $"Should the {w.Noun} be stored in {w.Table} or in `{w.NewTable}`?",
        w => $"It is open whether {w.Actor} may change the {w.Noun} or only staff.",
        w => $"Everything else works as before.",
        w => $"{w.Actor} can no longer see the {w.Noun} after {w.Number(1, 24)} hours.",
        w => $"Given {w.Actor} with a {w.Noun}, when it is cancelled, then {w.Table} has no row for it.",
        w => $"The {w.Noun}'s e-mail address and phone number are stored in {w.Table}.",
        w => $"It must be faster, etc.",
    ];

    public static string One(NaturalWords words)
    {
        var sentence = words.One(All)(words);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }
}
