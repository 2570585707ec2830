namespace Planner.Core.Conversation.Comments;

/// <summary>The comment of a run that waits for people.</summary>
internal static class WaitingComment
{
    public static string Render(PlanCommentModel.Waiting waiting)
    {
        List<string> lines =
        [
            $"**A draft of the plan is there. {CommentText.Count(waiting.Decisions.Count, "decision")} needed from {CommentText.Names(waiting.From)} until "
                + $"{CommentText.Moment(waiting.Until)}.**",
            "",
            .. CommentText.Table("| Decision | Options | Recommended |", [.. waiting.Decisions.Select(Row)], "decisions.md"),
        ];
        if (waiting.Decisions.Count > 0)
        {
            lines.Add("");
            lines.Add(
                $"To answer, reply with a line like {CommentText.Code($"/decide {waiting.Decisions[0].Id} {waiting.Decisions[0].Recommended} because …")}, or "
                    + $"by command: {CommentText.Code(
                        $"planner decide {waiting.RunId} {waiting.Decisions[0].Id} {waiting.Decisions[0].Recommended} --because \"…\"")}");
            lines.Add("");
            lines.Add("Without an answer the recommended option is taken as PROVISIONAL, or an easier one to go back from where the recommended is hard to "
                + "reverse; the plan then gets a date to look at it again and a way back.");
        }

        lines.AddRange(Questions(waiting.Questions));
        if (waiting.Confidence.Count > 0)
        {
            lines.AddRange([
                "",
                $"Confidence so far, of 10: {string.Join(", ", waiting.Confidence.Select(c => $"{CommentText.Safe(c.Specialist)} {c.Confidence}"))}.",
            ]);
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Open questions with what the plan assumes.</summary>
    public static IEnumerable<string> Questions(IReadOnlyList<OpenQuestion> questions)
    {
        if (questions.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return $"**{CommentText.Count(questions.Count, "open question")}**";
        yield return "";
        foreach (var question in questions.Take(5))
        {
            yield return $"- {question.Id}{(question.Blocking ? " (blocks the work)" : "")}: {CommentText.Safe(question.Text)} Asked of "
                + $"{CommentText.Safe(question.Owner)}; until answered: {CommentText.Safe(question.Assumption)}";
        }

        if (questions.Count > 5)
        {
            yield return $"- and {questions.Count - 5} more in `questions.md`";
        }
    }

    private static string[] Row(OpenDecision decision) =>
    [
        $"**{decision.Id}** {CommentText.Safe(decision.Title)}",
        string.Join("<br>", decision.Options.Select(o => $"{CommentText.Safe(o.Id)}: {CommentText.Safe(o.Title)}")),
        $"{CommentText.Safe(decision.Recommended)}: {CommentText.Safe(decision.Why)}",
    ];
}
