namespace Modellstadt.Accounts.Passkeys;

/// <summary>How people call their passkeys.</summary>
internal static class PasskeyNames
{
    public const int MaxLength = 60;

    private const string Unnamed = "Passkey";

    /// <summary>What was typed, without control characters and overlong ends.</summary>
    public static string Of(string? typed)
    {
        var name = string.Concat((typed ?? "").Where(character => !char.IsControl(character))).Trim();
        return name.Length is 0 ? Unnamed : name[..Math.Min(name.Length, MaxLength)];
    }
}
