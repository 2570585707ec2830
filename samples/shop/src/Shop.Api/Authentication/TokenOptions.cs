using System.ComponentModel.DataAnnotations;

namespace Shop.Api.Authentication;

public sealed class TokenOptions
{
    public const string Section = "Tokens";

    /// <summary>The key that the identity service signs access tokens with, at least 32 characters.</summary>
    [Required]
    [MinLength(32)]
    public string SigningKey { get; set; } = "";
}
