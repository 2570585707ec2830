using Xunit.v3;

namespace Planner.Testing.Categories;

/// <summary>
/// A test, or a class of tests, that takes too long for every day: a series of kills, many processes, real time. `dotnet test` leaves it
/// out (see Directory.Build.props); `dotnet test --filter Category=Long` and `.ci/run` run it. Something quicker of its kind runs every day.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LongRunningAttribute : Attribute, ITraitAttribute
{
    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Category", "Long")];
}
