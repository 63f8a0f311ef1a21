using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections;

/// <summary>What a shift takes along so that a device checks a permit on a phone without a network, and that what the two exchange is a presentation of RFC 9901.</summary>
public sealed class PhonePresentationTests
{
    private static readonly JsonNode Vectors = JsonNode.Parse(File.ReadAllText(ProductFiles.PathOf("src/App/Browser/tests/phonePresentation.vectors.json")))!;

    private static DateTimeOffset Shown => DateTimeOffset.FromUnixTimeMilliseconds((long)Vectors["now"]!);

    [Fact]
    public async Task A_shift_takes_along_the_header_and_the_key_of_the_permits_that_the_town_signs()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        await citizen.Wallet.ReceiveAsync((await citizen.GetPermitAsync()).Onwards!);
        var permit = citizen.Wallet.Copies[^1].SdJwt.IssuerJwt;

        var shift = await ReadShiftAsync(town);

        var signer = Assert.Single(shift["signers"]!.AsArray())!;
        Assert.Equal(permit.Text.Split('.')[0], (string)signer["header"]!);
        Assert.Equal((string)permit.Payload["vct"]!, (string)shift["permitType"]!);
        using var key = VerificationKey.Import(JsonWebKey.Parse(signer["key"]!.AsObject()).Expect());
        permit.Verify(key, new JwsRules(new HashSet<string> { SdJwtNames.CredentialType }) { CertificatesInHeader = true }).Expect();
        Assert.True((long)signer["until"]! > town.Time.Now.AddYears(1).ToUnixTimeMilliseconds());
    }

    /// <summary>The device checks the same file (<c>phonePresentation.test.ts</c>), and the wallet makes it (<c>offlinePresentation.test.ts</c>).</summary>
    [Fact]
    public void What_the_codes_stand_for_is_a_presentation_that_the_town_verifies_like_any_other()
    {
        var verified = Verify((string)Vectors["presentation"]!, Shown).Expect();

        Assert.True(verified.IsKeyBound);
        Assert.Equal("GE-AB 123", (string)verified.Claims["plate"]!);
        Assert.False(verified.Claims.ContainsKey("permit_number"));
    }

    [Fact]
    public void Attack_28_a_presentation_that_was_filmed_is_refused_after_a_minute()
    {
        Verify((string)Vectors["presentation"]!, Shown.AddSeconds(60)).Expect();

        Assert.False(Verify((string)Vectors["presentation"]!, Shown.AddSeconds(61)).TryGetValue(out _, out _));
    }

    private static Checked<VerifiedSdJwt> Verify(string presentation, DateTimeOffset now)
    {
        var key = VerificationKey.Import(JsonWebKey.Parse(Vectors["signer"]!["key"]!.AsObject()).Expect());
        var binding = new KeyBindingRules($"urn:modellstadt:wardens:{(string)Vectors["ags"]!}", $"{Shown.ToUnixTimeSeconds()}") { MaxAge = TimeSpan.FromMinutes(1), MaxAhead = TimeSpan.FromSeconds(30) };
        return SdJwtVerifier.Verify(presentation, _ => key, new SdJwtRules(now) { KeyBinding = binding, RequireExpiry = true });
    }

    private static async Task<JsonNode> ReadShiftAsync(PermitTown town)
    {
        var page = await (await town.SignInAsync("Warden")).OpenAsync("/warden");
        return JsonNode.Parse(page.Html[(page.Html.IndexOf("data-shift=\"", StringComparison.Ordinal) + 12)..].Split("\" aria-label", 2)[0])!;
    }
}
