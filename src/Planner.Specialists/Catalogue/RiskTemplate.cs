using Planner.Core.Opinions;

namespace Planner.Specialists.Catalogue;

/// <summary>A risk of the catalogue. Its file tells what people read; its class says when it comes up, and with which facts.</summary>
internal sealed class RiskTemplate : CatalogueEntry
{
    private RiskTemplate(string key, IReadOnlyList<Type> offers)
        : base("risks", key, offers)
    {
    }

    /// <summary>Reads <c>risks/KEY.md</c>.</summary>
    /// <param name="key">The file's name.</param>
    /// <param name="offers">The records with which it is filled.</param>
    public static RiskTemplate Of(string key, params IReadOnlyList<Type> offers) => new(key, offers);

    /// <summary>The risk under its key, without the prefix of a specialist.</summary>
    public Risk Raise(object facts, string owner, IEnumerable<string> tasks)
    {
        var told = Fill(facts);
        return new Risk
        {
            Id = Key,
            Title = told.Text("Title"),
            Probability = One<Level>("probability"),
            Impact = One<Level>("impact"),
            Owner = owner,
            Mitigation = told.Text("Mitigation"),
            Tasks = [.. tasks],
            Contingency = told.Text("Contingency"),
            Detection = told.Text("Detection"),
        };
    }
}
