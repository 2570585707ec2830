using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>How a code base does things, as rows: the matter, what was found, and what of the plan follows it.</summary>
internal static class ConventionRows
{
    private const int MostListed = 5;

    public static IEnumerable<Md[]> Of(TicketGrounding facts)
    {
        var found = facts.Conventions;
        if (found.TestFramework is not null)
        {
            yield return [
                Md.Of($"Tests"),
                Md.Of($"{found.TestFramework}, in {Md.Codes(facts.Projects.Where(p => p.IsTest).Select(p => p.Name))}"),
                Md.Of($"every test of the plan"),
            ];
        }

        if (found.VerificationCommands.Count > 0)
        {
            yield return [Md.Of($"Build and test"), Md.Codes(found.VerificationCommands), Md.Of($"every gate")];
        }

        if (found.MigrationFolder is not null)
        {
            yield return [
                Md.Of($"Migrations"),
                Md.Of($"{found.MigrationTool}, newest in {Md.Code(found.MigrationFolder)}"),
                Md.Of($"numbers and names of the new scripts"),
            ];
        }

        if (found.Contracts.Count > 0)
        {
            yield return [Md.Of($"HTTP contract"), Listed([.. found.Contracts.Select(c => c.Path)]), Md.Of($"changed in the same commit as the handlers")];
        }

        foreach (var lifetimes in facts.Registrations.GroupBy(r => r.File, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            yield return [
                Md.Of($"Registration"),
                Md.Of($"{Md.Words(lifetimes.Select(r => r.Lifetime).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))} in "
                    + $"{Md.Code(lifetimes.Key)}"),
                Md.Of($"new services of that project"),
            ];
        }

        if (found.Pipelines.Count > 0)
        {
            yield return [Md.Of($"Pipelines"), Listed(found.Pipelines), Md.Of($"every change, before it is merged")];
        }

        foreach (var file in found.Containers.Where(c => c.Name.Length > 0).GroupBy(c => c.Path, StringComparer.Ordinal))
        {
            yield return [
                Md.Of($"Containers"),
                Md.Of($"{Listed([.. file.Select(Said).Distinct(StringComparer.Ordinal)])} in {Md.Code(file.Key)}"),
                Md.Of($"what runs beside the code"),
            ];
        }

        foreach (var image in found.Containers.Where(c => c.Name.Length == 0).GroupBy(c => c.Image, StringComparer.Ordinal))
        {
            yield return [
                Md.Of($"Image"),
                Md.Of($"{Md.Code(image.Key)} in {Listed([.. image.Select(c => c.Path).Distinct(StringComparer.Ordinal)])}"),
                Md.Of($"where the code is built or runs"),
            ];
        }

        if (found.Owners.Count > 0)
        {
            yield return [Md.Of($"Owners"), Md.Of($"{Md.Count(found.Owners.Count, "pattern")} in CODEOWNERS"), Md.Of($"who does a task and who reviews it")];
        }
    }

    private static Md Listed(IReadOnlyList<string> names) => names.Count > MostListed
        ? Md.Of($"{Md.Codes(names.Take(MostListed))} and {names.Count - MostListed} more")
        : Md.Codes(names);

    private static string Said(ContainerFact container) =>
        container.Name.Length == 0 ? container.Image : container.Image.Length == 0 ? $"{container.Name} (built here)" : $"{container.Name}: {container.Image}";
}
