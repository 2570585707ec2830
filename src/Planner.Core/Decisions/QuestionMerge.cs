using Planner.Core.Opinions;

namespace Planner.Core.Decisions;

/// <summary>Makes one list of questions of all opinions.</summary>
internal static class QuestionMerge
{
    /// <summary>The questions by id, and the ids with what was given to each of them.</summary>
    public static (IReadOnlyList<Question> Items, LocalIds Ids) Of(IReadOnlyList<Opinion> opinions, IReadOnlyList<Question> known, LocalIds previous)
    {
        var ids = Sorted(previous.Questions);
        var keys = Sorted(previous.QuestionKeys);
        var questions = known.ToList();
        var numbering = new Numbering("Q", known.Select(q => q.Id).Concat(previous.Questions.Values).Concat(previous.QuestionKeys.Values));
        foreach (var asked in opinions.SelectMany(o => o.Questions))
        {
            var knownAs = KnownAs(asked, previous);
            var same = questions.FindIndex(q => q.Id == knownAs || q.IsAbout(asked));
            if (same < 0)
            {
                questions.Add(asked with { Id = knownAs ?? numbering.Next(), Key = asked.Key });
                same = questions.Count - 1;
            }
            else
            {
                questions[same] = Joined(questions[same], asked);
            }

            ids[asked.Id] = questions[same].Id;
        }

        questions.ForEach(q => keys[q.Key.ToString()] = q.Id);
        return ([.. questions.OrderBy(q => q.Id, StringComparer.Ordinal)], previous with { Questions = ids, QuestionKeys = keys });
    }

    /// <summary>The id that the key had before. What was stored before there were keys knows local ids only.</summary>
    private static string? KnownAs(Question asked, LocalIds previous) =>
        previous.QuestionKeys.GetValueOrDefault(asked.Key.ToString())
        ?? (previous.Questions.GetValueOrDefault(asked.Id) is { } local && !LocalIds.HasKey(previous.QuestionKeys, local) ? local : null);

    private static Question Joined(Question known, Question asked) => known with
    {
        Key = known.Key.IsWording ? asked.Key : known.Key,
        Blocking = known.Blocking || asked.Blocking,
        Answer = known.Answer ?? asked.Answer,
        Touches = [.. known.Touches.Union(asked.Touches, StringComparer.Ordinal)],
    };

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> previous) =>
        new(previous.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), StringComparer.Ordinal);
}
