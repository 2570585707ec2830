using System.Reflection;
using Planner.Api.Access;
using Planner.Codebase.Database;
using Planner.Codebase.Origins;
using Planner.Core.Decisions;
using Planner.Core.Planning.Retention;
using Planner.Core.Settings;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Jira;
using Planner.Integrations.LanguageModels.Settings;
using Planner.Integrations.Mcp.Settings;
using Planner.Integrations.Notifications;
using Planner.Integrations.Tickets;
using Xunit;

namespace Planner.EndToEnd.Tests.Repository;

/// <summary>The page of settings names what can be set, and nothing that cannot.</summary>
public sealed class SettingsPageTests
{
    private static readonly (string Prefix, Type Options)[] Sections =
    [
        ("Planning__", typeof(PlanningOptions)),
        ("Decisions__", typeof(DecisionPolicy)),
        ("Retention__", typeof(RetentionOptions)),
        ("Artifacts__", typeof(ArtifactOptions)),
        ("Codebases__NAME__", typeof(CodebaseSettings)),
        ("Codebases__NAME__", typeof(CodebaseProjectsOptions)),
        ("Database__", typeof(DatabaseOptions)),
        ("Tickets__", typeof(TicketOptions)),
        ("Jira__", typeof(JiraOptions)),
        ("Jira__Projects__KEY__", typeof(JiraProjectOptions)),
        ("LanguageModel__", typeof(LanguageModelOptions)),
        ("LanguageModel__Deployments__", typeof(ModelTierOptions)),
        ("LanguageModel__ReasoningEffort__", typeof(ModelTierOptions)),
        ("LanguageModel__Prices__NAME__", typeof(ModelPriceOptions)),
        ("LanguageModel__Limits__NAME__", typeof(ModelLimitOptions)),
        ("LanguageModel__Budget__", typeof(ModelBudgetOptions)),
        ("LanguageModel__Budget__Projects__KEY__", typeof(ProjectBudgetOptions)),
        ("Mcp__", typeof(McpOptions)),
        ("Notifications__", typeof(NotificationOptions)),
        ("Api__", typeof(ApiOptions)),
        ("Api__Keys__0__", typeof(ApiKeyOptions)),
    ];

    // Read one by one, or sections of their own.
    private static readonly string[] Elsewhere = ["Api__PublicUrl"];
    private static readonly string[] Parents =
    [
        "Jira__Projects", "LanguageModel__Deployments", "LanguageModel__ReasoningEffort", "LanguageModel__Prices", "LanguageModel__Limits",
        "LanguageModel__Budget", "LanguageModel__Budget__Projects", "Api__Keys",
    ];

    [Fact]
    public void Page_NamesEverySettingOfTheSectionsAndNoOther()
    {
        var known = Sections.SelectMany(s => s.Options.GetProperties()
            .Where(p => p.SetMethod?.IsPublic == true)
            .Select(p => s.Prefix + p.Name + (IsList(p) ? "__0" : "")))
            .Where(name => !Parents.Contains(name.Replace("__0", "", StringComparison.Ordinal)))
            .Concat(Elsewhere);

        Assert.Equal(
            known.Order(StringComparer.Ordinal),
            SettingsPage.Names.Where(n => Sections.Any(s => n.StartsWith(s.Prefix, StringComparison.Ordinal))).Order(StringComparer.Ordinal));
    }

    private static bool IsList(PropertyInfo property) => property.PropertyType == typeof(IList<string>);
}
