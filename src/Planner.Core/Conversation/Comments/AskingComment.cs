namespace Planner.Core.Conversation.Comments;

/// <summary>The comment on a ticket that is not ready.</summary>
internal static class AskingComment
{
    public static string Render(PlanCommentModel.Asking asking)
    {
        var who = asking.Reporter is { } reporter ? CommentText.Safe(reporter) + ", please" : "Please";
        List<string> lines =
        [
            $"**Not planned yet.** {CommentText.Safe(asking.Reason)}",
            "",
            $"{who} answer these in the description; then move the ticket to planning again:",
            "",
        ];
        lines.AddRange(asking.Questions.Take(CommentText.MaxRows).Select((q, at) => $"{at + 1}. {CommentText.Safe(q)}"));
        return string.Join('\n', lines) + "\n";
    }
}
