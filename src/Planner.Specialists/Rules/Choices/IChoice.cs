using Planner.Core.Opinions;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>
/// A choice of the catalogue: proposed where the facts raise it. Its proposal depends on ticket and grounding alone, so that every
/// specialist sees the same.
/// </summary>
internal interface IChoice
{
    /// <summary>Names it within the product; part of its local id.</summary>
    string Key { get; }

    /// <summary>Who brings it up.</summary>
    string Specialist { get; }

    /// <summary>The decision, or null where the facts do not raise it.</summary>
    Decision? Propose(TicketContext brief);

    /// <summary>Criteria that it bears on.</summary>
    IReadOnlyList<string> Criteria(TicketContext brief);

    /// <summary>True where a sentence of the ticket leaves this very choice open.</summary>
    bool IsMeantBy(string sentence);
}
