using Planner.Durability;

namespace Planner.Core.Opinions;

/// <summary>An opinion refers to something that no opinion holds.</summary>
public sealed class UnresolvedReferenceException(string owner, string kind, string reference)
    : StepException($"{owner} refers to the {kind} '{reference}', which does not exist.", retryHelps: false);

/// <summary>Two tasks, tests or risks of the opinions bear the same id.</summary>
public sealed class DuplicateIdException(string kind, string id)
    : StepException($"The {kind} id '{id}' is used twice.", retryHelps: false);
