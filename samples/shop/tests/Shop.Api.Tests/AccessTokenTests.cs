using Shop.Api.Authentication;

namespace Shop.Api.Tests;

public sealed class AccessTokenTests
{
    private const string Key = "key-one-of-at-least-32-characters-long";

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly AccessToken Token = new("ada", 7, "customer", Now.AddMinutes(5));

    [Fact]
    public void Verify_SignedToken_IsRead() => Assert.Equal(Token, AccessToken.Verify(Token.Sign(Key), Key, Now));

    [Fact]
    public void Verify_OtherKey_IsRefused() =>
        Assert.Null(AccessToken.Verify(Token.Sign("key-two-of-at-least-32-characters-long"), Key, Now));

    [Fact]
    public void Verify_Expired_IsRefused() =>
        Assert.Null(AccessToken.Verify(Token.Sign(Key), Key, Now.AddMinutes(5)));

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("***.***")]
    public void Verify_Malformed_IsRefused(string text) => Assert.Null(AccessToken.Verify(text, Key, Now));
}
