using Planner.Core.Opinions;

namespace Planner.Specialists.Catalogue;

/// <summary>A decision of the catalogue. Its file tells what people read; its class says when it comes up, and with which facts.</summary>
internal sealed class DecisionTemplate : CatalogueEntry
{
    private DecisionTemplate(string key, IReadOnlyList<Type> offers)
        : base("decisions", key, offers)
    {
    }

    /// <summary>Reads <c>decisions/KEY.md</c>.</summary>
    /// <param name="key">The file's name.</param>
    /// <param name="offers">The records with which decision and options are filled.</param>
    public static DecisionTemplate Of(string key, params IReadOnlyList<Type> offers) => new(key, offers);

    /// <summary>
    /// The decision under the local id of its specialist. Where the front matter does not say how hard it is to reverse, it is as hard
    /// as its hardest option.
    /// </summary>
    public Decision Propose(object facts, TopicKey about, IReadOnlyList<DecisionOption> options, string recommended)
    {
        var told = Fill(facts);
        return new Decision
        {
            Id = $"{Specialist}/decide-{Key}",
            Key = about,
            Category = Values("category")[0],
            Title = told.Text("Title"),
            Context = told.Text("Context"),
            Options = options,
            Recommendation = recommended,
            Rationale = told.Text("Rationale"),
            Impact = told.Text("Impact"),
            Weight = Number("weight"),
            Reversibility = Values("reversibility").Count == 0 ? options.Max(o => o.Reversibility) : One<Reversibility>("reversibility"),
            ReviewTrigger = told.Text("Review trigger"),
            Touches = Values("touches"),
        };
    }

    /// <summary>The option that is told under its id, or under <paramref name="section"/>.</summary>
    public DecisionOption Option(object facts, string id, OptionKey key, string? section = null)
    {
        var (told, under) = (Fill(facts), section ?? $"Option {id}");
        return new DecisionOption(
            id,
            told.Text($"{under}/Title"),
            told.List($"{under}/Pros"),
            told.List($"{under}/Cons"),
            told.Text($"{under}/Cost"),
            Enum.Parse<Reversibility>(told.Text($"{under}/Reversibility")))
        {
            Key = key,
            BestFor = told.Text($"{under}/Best for"),
            Keywords = told.Has($"{under}/Keywords") ? told.List($"{under}/Keywords") : [],
            MigrationPath = told.Text($"{under}/Migration path"),
        };
    }
}
