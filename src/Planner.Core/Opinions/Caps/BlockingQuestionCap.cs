namespace Planner.Core.Opinions.Caps;

/// <summary>A question without whose answer the work cannot be right.</summary>
internal sealed class BlockingQuestionCap : IConfidenceCap
{
    private const int Most = 5;

    public HeldAt? Of(Opinion opinion, CapContext context) => opinion.Questions.Any(q => q is { Blocking: true, Answer: null })
        ? new(Most, "it asks a question that blocks its work")
        : null;
}
