namespace Planner.Core.Conversation.Comments;

/// <summary>The comment that reminds those who are waited for. Editing the plan's comment would notify nobody.</summary>
internal static class ReminderComment
{
    /// <param name="open">Ids of what is still open, at least one.</param>
    /// <param name="deadline">Until when.</param>
    /// <param name="isLast">True for the escalation shortly before the deadline.</param>
    public static string Render(IReadOnlyList<string> open, DateTimeOffset deadline, bool isLast)
    {
        var what = string.Join(", ", open.Take(CommentText.MaxRows).Select(CommentText.Safe));
        var begin = isLast ? $"**Soon decided without you: {what}.**" : $"**Still open: {what}.**";
        return $"{begin} Answers are waited for until {CommentText.Moment(deadline)}; then the plan goes on with a PROVISIONAL choice.\n\nTo answer, reply "
            + $"with a line like {CommentText.Code($"/decide {open[0]} A because …")}; the options stand in the comment of the plan.\n";
    }
}
