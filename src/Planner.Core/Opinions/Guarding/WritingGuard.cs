using Planner.Core.Opinions.Guarding.Writing;

namespace Planner.Core.Opinions.Guarding;

/// <summary>
/// What a model wrote leads nowhere, runs nothing and hides nothing that ticket and code base do not. It costs no confidence: what is
/// taken out was no part of the work. Opinions of rules are made of facts and stay as they are.
/// </summary>
internal sealed class WritingGuard : IGuardRule
{
    public Opinion Apply(Opinion opinion, GuardFindings sieve)
    {
        if (opinion.Provenance.Kind != ProvenanceKind.Model)
        {
            return opinion;
        }

        var known = KnownWriting.Of(sieve.Context.Links, sieve.Context.Commands);
        return ModelWriting.Clean(
            opinion,
            known,
            (place, what) => sieve.Correct(OpinionFault.Writing, place.Contains('/', StringComparison.Ordinal) ? place : "", ModelWriting.Told(place, what)));
    }
}
