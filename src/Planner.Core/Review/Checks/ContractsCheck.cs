using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Contracts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;
using Planner.Core.Specialists;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Review.Checks;

/// <summary>Q5: the contract is a sound OpenAPI document, and it holds exactly the endpoints of API_CHANGES.md.</summary>
internal sealed class ContractsCheck : ICheck
{
    private const string Page = "API_CHANGES.md";

    public string Id => "Q5";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        var page = ArtifactText.Of(artifacts, Page);
        var specialist = plan.Panel.Playing(SpecialistRole.Endpoints)?.Name;
        if (ArtifactText.Of(artifacts, OpenApiRecord.File) is not { } file)
        {
            return Absent(page, specialist);
        }

        var findings = new FindingList(Id);
        OpenApiReading sound;
        try
        {
            sound = OpenApiReading.Read(file.Text);
        }
        catch (UnreadableYamlException fault)
        {
            findings.Error("parse", file, "", $"{file.Path} is no readable YAML: {fault.Message}", specialist);
            return findings.Result("The contract could not be read.");
        }
        catch (UnreadableContractException fault)
        {
            findings.Error(fault.Code, file, "", fault.Message, specialist);
            return findings.Result("The contract could not be read.");
        }

        sound.Complaints().ToList().ForEach(c => findings.Error(c.Code, file, c.Id, c.Message, specialist));
        Agreement(page, file, sound, findings, specialist);
        Breaking(plan, file, sound, findings, specialist);
        return findings.Result($"Operations: {sound.Operations.Count}; references: {sound.References.Count}. What an endpoint answers beyond this plan is not "
            + $"compared: the repository's own contract is not read here.");
    }

    private CheckResult Absent(ArtifactText? page, string? specialist)
    {
        if (page is null)
        {
            return new(CheckStatus.NotRun, "This plan changes no endpoint or is too small for a contract, so there is nothing to compare.", []);
        }

        var findings = new FindingList(Id);
        findings.Error("absent", page, "", $"{Page} lists endpoints and {OpenApiRecord.File} is not there.", specialist);
        return findings.Result("There is no contract.");
    }

    private static void Agreement(ArtifactText? page, ArtifactText file, OpenApiReading contract, FindingList findings, string? specialist)
    {
        var listed = page is null
            ? []
            : MarkdownOutline.Of(page.Text).Rows().Where(r => r.FirstHeader == "Endpoint").Select(r => r.Cells["Endpoint"]).ToHashSet(StringComparer.Ordinal);
        var held = contract.Operations.Select(o => o.Endpoint).ToHashSet(StringComparer.Ordinal);
        listed.Except(held).ToList().ForEach(e => findings.Error("missing", page!, e, $"{e} stands in {Page} and not in {file.Path}.", specialist));
        held.Except(listed).ToList().ForEach(e => findings.Error("extra", file, e, $"{e} stands in {file.Path} and not in {Page}.", specialist));
    }

    /// <summary>An endpoint that callers know already changes: a risk or a decision must speak of it.</summary>
    private static void Breaking(Plan plan, ArtifactText file, OpenApiReading contract, FindingList findings, string? specialist)
    {
        var known = plan.Grounding.Inventory.Endpoints.ToHashSet(StringComparer.Ordinal);
        foreach (var endpoint in contract.Operations.Select(o => o.Endpoint).Where(known.Contains))
        {
            var spoken = plan.Risks.Any(r => Texts(r).Any(t => t.Contains(endpoint, StringComparison.Ordinal)))
                || plan.Decisions.Any(d => $"{d.Decision.Title} {d.Decision.Context} {d.Decision.Impact}".Contains(endpoint, StringComparison.Ordinal));
            if (!spoken)
            {
                findings.Warn(
                    "breaking",
                    file,
                    endpoint,
                    $"{endpoint} has callers today; no risk and no decision says what the change does to them.",
                    specialist);
            }
        }
    }

    private static string[] Texts(Risk risk) => [risk.Title, risk.Mitigation, risk.Contingency, risk.Detection];
}
