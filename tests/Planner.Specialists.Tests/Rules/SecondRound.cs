using System.Globalization;
using Planner.Core.Opinions;

namespace Planner.Specialists.Tests.Rules;

/// <summary>The same opinions as another mind would give them: other ids, titles and texts, options in another order under other letters.</summary>
internal sealed class SecondRound(int seed)
{
    private readonly Random random = new(seed);

    public IReadOnlyList<Opinion> Of(IReadOnlyList<Opinion> opinions) =>
        [.. opinions.Select(o => o with
        {
            Decisions = [.. Shuffled(o.Decisions).Select(Reworded)],
            Questions = [.. Shuffled(o.Questions).Select(Reworded)],
        })];

    public Decision Reworded(Decision decision)
    {
        var recommended = decision.Recommended.Key;
        var options = Shuffled(decision.Options).Select((o, at) => o with { Id = ((char)('A' + at)).ToString(), Title = Words(), Cost = Words() }).ToList();
        return decision with
        {
            Id = $"{decision.Id[..decision.Id.IndexOf('/', StringComparison.Ordinal)]}/{Words()}",
            Key = decision.Key,
            Title = Words(),
            Context = Words(),
            Options = [.. options],
            Recommendation = options.First(o => o.Key == recommended).Id,
        };
    }

    public Question Reworded(Question question) => question with
    {
        Id = $"{question.Id[..question.Id.IndexOf('/', StringComparison.Ordinal)]}/{Words()}",
        Key = question.Key,
        Text = Words(),
    };

    public T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private string Words() => "w" + random.Next().ToString(CultureInfo.InvariantCulture);

    private List<T> Shuffled<T>(IEnumerable<T> items) => [.. items.OrderBy(_ => random.Next())];
}
