using Planner.Core.Opinions;

namespace Planner.Core.Decisions;

/// <summary>Finds the answer to a decision or question among those of an inbox.</summary>
internal static class InboxAnswers
{
    /// <summary>The answer to a decision, or null.</summary>
    public static InboxAnswer? To(this IReadOnlyDictionary<string, InboxAnswer> inbox, Decision decision) => Of(inbox, decision.Id, decision.Key);

    /// <summary>The answer to a question, or null.</summary>
    public static InboxAnswer? To(this IReadOnlyDictionary<string, InboxAnswer> inbox, Question question) => Of(inbox, question.Id, question.Key);

    // An id may have meant something else in a run before; the key does not.
    private static InboxAnswer? Of(IReadOnlyDictionary<string, InboxAnswer> inbox, string id, TopicKey key) =>
        inbox.TryGetValue(id, out var own) && IsAbout(own, key)
            ? own
            : inbox.Where(i => i.Value.Key == key).OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Value).FirstOrDefault();

    private static bool IsAbout(InboxAnswer answer, TopicKey key) => answer.Key is null or { IsWording: true } || key.IsWording || answer.Key == key;
}
