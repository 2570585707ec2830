namespace Planner.Core.Conversation.Comments;

/// <summary>The plan's comment while there is no plan: at work, failed, or stopped.</summary>
internal static class StatusComment
{
    public static string Started(string ticket, string codebase, string runId) =>
        $"**Planner is at work.** It reads the code base {CommentText.Code(codebase)} for {ticket}; the plan, or its questions, come here. Run "
            + $"{CommentText.Code(runId)}.\n";

    /// <summary>Why is for operators: a fault may speak of places that are nobody else's business.</summary>
    public static string Failed(string step, string runId) =>
        $"**Planning ended with a fault** at the step {CommentText.Code(step)}. {CommentText.Code($"planner show {runId}")} tells an operator why. When that "
            + $"is mended, start planning again; {CommentText.Code("/plan")} in a comment does it. Run {CommentText.Code(runId)}.\n";

    public static string Stopped(string reason, string runId) =>
        $"**Planning was stopped**: {CommentText.Safe(reason)}. What was written stays. {CommentText.Code("/plan")} in a comment starts planning again. Run "
            + $"{CommentText.Code(runId)}.\n";
}
