namespace Planner.Core.Conversation.Comments;

/// <summary>The comment of a plan that is written: verdict, confidence, decisions, risks, where it is.</summary>
internal static class DoneComment
{
    private const int MostFaults = 5;

    public static string Render(PlanCommentModel.Done done)
    {
        List<string> lines =
            [$"**{done.Verdict}** · plan v{done.Version} of {done.Ticket}: "
                + $"{(done.Stories.Length == 0 ? "" : done.Stories + ", ")}{CommentText.Safe(done.Work)}."];
        if (done.Following is { } note)
        {
            lines.AddRange(Changed(note));
        }

        if (done.FailedGates.Count > 0)
        {
            lines.AddRange(["", $"Not passed: {string.Join("; ", done.FailedGates.Select(CommentText.Safe))}. See `review.md`."]);
        }

        lines.AddRange(Read(done.SecondReading));
        lines.AddRange(done.Limitations.SelectMany(l => new[] { "", $"**Limited.** {CommentText.Safe(l)}" }));
        lines.Add("");
        lines.AddRange(CommentText.Table(
            "| Specialist | Confidence | Why |",
            [.. done.Confidence.Select(c => new[] { CommentText.Safe(c.Specialist), $"{c.Confidence}/10", CommentText.Safe(c.Why) })],
            "confidence_scores.json"));
        lines.AddRange(Decisions(done.Decisions));
        lines.AddRange(Risks(done.Risks));
        lines.AddRange(WaitingComment.Questions(done.Questions));
        lines.AddRange(["", $"The whole plan: {CommentText.Code(done.Location)} (begin with `implementation.md`). Run {CommentText.Code(done.RunId)}."]);
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Read(IReadOnlyList<string> reading) => reading.Count == 0 ? [] :
    [
        "",
        CommentText.Safe(reading[0]),
        .. reading.Count == 1 ? Array.Empty<string>() : ["", .. reading.Skip(1).Take(MostFaults).Select(l => $"- {CommentText.Safe(l)}")],
    ];

    private static IEnumerable<string> Changed(FollowNote note) =>
    [
        "", $"**Made again.** {CommentText.Safe(note.Why)}",
        .. note.Against is { } version
            ? [$"Against version {version} (all of it in `changes.md`):", "", .. note.Changes.Select(c => $"- {CommentText.Safe(c)}")]
            : Array.Empty<string>(),
    ];

    private static List<string> Decisions(IReadOnlyList<TakenDecision> decisions)
    {
        if (decisions.Count == 0)
        {
            return ["", "No decision was left to people."];
        }

        var provisional = decisions.Where(d => d.IsProvisional).ToList();
        var title = $"**{CommentText.Count(decisions.Count, "decision")}**"
            + (provisional.Count > 0
                ? $", {provisional.Count} of them PROVISIONAL: nobody answered in time. A line like "
                    + $"{CommentText.Code($"/decide {provisional[0].Id} {provisional[0].Option.Split(':')[0]} because …")} still settles one; the plan is "
                    + $"then made again with it"
                : "");
        return ["", title, "", .. CommentText.Table("| Decision | Became | By |", [.. decisions.Select(Row)], "decisions.md")];
    }

    private static string[] Row(TakenDecision decision) =>
    [
        decision.IsProvisional
            ? $"**{decision.Id}** (PROVISIONAL) {CommentText.Safe(decision.Title)}"
            : $"**{decision.Id}** {CommentText.Safe(decision.Title)}",
        CommentText.Safe(decision.Option),
        decision.IsProvisional ? $"deadline; look again: {CommentText.Safe(decision.LookAgain)}" : CommentText.Safe(decision.By),
    ];

    private static IEnumerable<string> Risks(IReadOnlyList<TopRisk> risks)
    {
        if (risks.Count == 0)
        {
            return [];
        }

        return [
            "",
            "**Top risks**",
            "",
            .. risks.Select(r => $"- {r.Id} ({CommentText.Safe(r.Weight)}): {CommentText.Safe(r.Title)} Mitigation: {CommentText.Safe(r.Mitigation)}"),
        ];
    }
}
