using System.Security.Cryptography;
using System.Text;
using Planner.Integrations.Jira.Webhooks;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "It's a Secret to Everybody";

    private static readonly byte[] Body = "Hello World!"u8.ToArray();

    [Theory]
    [InlineData("sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9", true)]
    [InlineData("SHA256=A4771C39FBE90F317C7824E83DDEF3CAAE9CB3D976C214ACE1F2937E133263C9", true)]
    [InlineData("sha256=b4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9", false)]
    [InlineData("a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9", false)]
    [InlineData("sha256=a4771", false)]
    [InlineData("sha256=zz771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9", false)]
    [InlineData("md5=a4771c39fbe90f317c7824e83ddef3ca", false)]
    [InlineData("sha256=", false)]
    [InlineData("=", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Signature_IsThatOfTheBody(string? signature, bool valid) => Assert.Equal(valid, WebhookSignature.IsValid(Secret, Body, signature));

    [Fact]
    public void BodyWithOneMoreByte_HasAnotherSignature() =>
        Assert.False(WebhookSignature.IsValid(Secret, "Hello World!\n"u8, "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9"));

    [Fact]
    public void StrongerMethods_AreKnown()
    {
        var key = Encoding.UTF8.GetBytes(Secret);

        Assert.True(WebhookSignature.IsValid(Secret, Body, $"sha384={Convert.ToHexStringLower(HMACSHA384.HashData(key, Body))}"));
        Assert.True(WebhookSignature.IsValid(Secret, Body, $"sha512={Convert.ToHexStringLower(HMACSHA512.HashData(key, Body))}"));
    }

    [Fact]
    public void WithoutASecret_NothingIsValid()
    {
        Assert.False(WebhookSignature.IsValid("", Body, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Array.Empty<byte>(), Body))}"));
        Assert.False(WebhookSignature.IsSecret("", ""));
        Assert.False(WebhookSignature.IsSecret("", null));
    }

    [Theory]
    [InlineData(Secret, true)]
    [InlineData("It's a secret to everybody", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void SecretOfAutomationRules_IsComparedWhole(string? header, bool valid) => Assert.Equal(valid, WebhookSignature.IsSecret(Secret, header));
}
