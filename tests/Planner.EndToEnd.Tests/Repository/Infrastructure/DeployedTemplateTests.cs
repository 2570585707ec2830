using System.Text.Json;
using Xunit;

namespace Planner.EndToEnd.Tests.Repository.Infrastructure;

/// <summary>Who may do what in the deployment, and that no key or secret opens it.</summary>
public sealed class DeployedTemplateTests(DeployedTemplate template) : IClassFixture<DeployedTemplate>
{
    private const string RoleAssignment = "Microsoft.Authorization/roleAssignments";

    [Fact]
    public void Roles_AreAssignedOnceToEachPrincipal()
    {
        var names = template.OfType(RoleAssignment).Select(r => r.GetProperty("name").GetString()!).ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.All(names, n => Assert.StartsWith("[guid(", n, StringComparison.Ordinal));
    }

    [Fact]
    public void Roles_OfTheTable_AreDifferentAndAllAssigned()
    {
        _ = template.Root;
        var roles = template.Templates.Single(t => t.TryGetProperty("variables", out var v) && v.TryGetProperty("roles", out _));
        var table = roles.GetProperty("variables").GetProperty("roles").EnumerateObject().ToList();
        var rest = roles.GetRawText();

        Assert.Equal(table.Count, table.Select(r => r.Value.GetString()).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(table, r => Assert.Contains($"variables('roles').{r.Name}", rest, StringComparison.Ordinal));
    }

    [Fact]
    public void Roles_SayWhatTheirPrincipalIs() =>
        Assert.All(template.OfType(RoleAssignment), r => Assert.NotEmpty(r.GetProperty("properties").GetProperty("principalType").GetString()!));

    [Fact]
    public void Storage_TakesNoSharedKeyAndShowsNothingToEverybody() =>
        Assert.All(template.OfType("Microsoft.Storage/storageAccounts").Select(a => a.GetProperty("properties")), p =>
        {
            Assert.False(p.GetProperty("allowSharedKeyAccess").GetBoolean());
            Assert.False(p.GetProperty("allowBlobPublicAccess").GetBoolean());
            Assert.Equal("TLS1_2", p.GetProperty("minimumTlsVersion").GetString());
        });

    [Theory]
    [InlineData("Microsoft.CognitiveServices/accounts", "disableLocalAuth")]
    [InlineData("Microsoft.Insights/components", "DisableLocalAuth")]
    [InlineData("Microsoft.KeyVault/vaults", "enableRbacAuthorization")]
    public void Services_AreOpenedByIdentityAlone(string type, string property) =>
        Assert.All(template.OfType(type), r => Assert.True(r.GetProperty("properties").GetProperty(property).GetBoolean()));

    [Fact]
    public void Nothing_IsOpenToEveryAddress()
    {
        _ = template.Root;
        Assert.DoesNotContain("0.0.0.0", template.Root.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_GoToTheVaultAndNowhereElse()
    {
        _ = template.Root;
        var secure = template.Templates.SelectMany(SecureParameters).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(secure);

        Assert.All(template.Templates, t => Assert.All(Outputs(t), o =>
        {
            Assert.DoesNotContain("list", o, StringComparison.Ordinal);
            Assert.All(secure, s => Assert.DoesNotContain($"parameters('{s}')", o, StringComparison.Ordinal));
        }));

        string[] carriers = ["Microsoft.Resources/deployments", "Microsoft.KeyVault/vaults/secrets"];
        var others = template.Resources.Where(r => !carriers.Contains(r.GetProperty("type").GetString()));
        Assert.All(others, r => Assert.All(secure, s => Assert.DoesNotContain($"parameters('{s}')", r.GetRawText(), StringComparison.Ordinal)));
    }

    private static IEnumerable<string> SecureParameters(JsonElement template) =>
        template.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateObject().Where(p => IsSecure(p.Value)).Select(p => p.Name)
            : [];

    private static bool IsSecure(JsonElement parameter) =>
        parameter.TryGetProperty("type", out var type) && type.GetString() is "securestring" or "secureObject";

    private static IEnumerable<string> Outputs(JsonElement template) =>
        template.TryGetProperty("outputs", out var outputs) ? outputs.EnumerateObject().Select(o => o.Value.GetProperty("value").GetRawText()) : [];
}
