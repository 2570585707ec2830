using Planner.Core.Opinions;

namespace Planner.Core.Decisions;

/// <summary>Makes one list of questions of all opinions.</summary>
internal static class QuestionMerge
{
    public static (IReadOnlyList<Question> Items, IReadOnlyDictionary<string, string> Ids) Of(
        IReadOnlyList<Opinion> opinions, IReadOnlyList<Question> known, IReadOnlyDictionary<string, string> previous)
    {
        var ids = new SortedDictionary<string, string>(previous.ToDictionary(p => p.Key, p => p.Value), StringComparer.Ordinal);
        var questions = known.ToList();
        var numbering = new Numbering("Q", known.Select(q => q.Id).Concat(previous.Values));
        foreach (var asked in opinions.SelectMany(o => o.Questions))
        {
            var same = questions.FindIndex(q => IsSame(q, asked, ids));
            if (same < 0)
            {
                questions.Add(asked with { Id = ids.TryGetValue(asked.Id, out var before) ? before : numbering.Next() });
                same = questions.Count - 1;
            }
            else
            {
                questions[same] = Joined(questions[same], asked);
            }

            ids[asked.Id] = questions[same].Id;
        }

        return ([.. questions.OrderBy(q => q.Id, StringComparer.Ordinal)], ids);
    }

    private static bool IsSame(Question known, Question asked, SortedDictionary<string, string> ids) =>
        known.Id == asked.Id
        || ids.GetValueOrDefault(asked.Id) == known.Id
        || Subject.OfText(known.Text) == Subject.OfText(asked.Text)
        || ids.Any(p => p.Value == known.Id && Subject.OfId(p.Key) == Subject.OfId(asked.Id));

    private static Question Joined(Question known, Question asked) => known with
    {
        Blocking = known.Blocking || asked.Blocking,
        Answer = known.Answer ?? asked.Answer,
        Touches = [.. known.Touches.Union(asked.Touches, StringComparer.Ordinal)],
    };
}
