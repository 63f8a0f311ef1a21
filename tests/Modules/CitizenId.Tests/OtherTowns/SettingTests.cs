using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.CitizenId.Tests.OtherTowns;

/// <summary>Whom the town believes besides itself is said completely and unmistakably, or the town does not start.</summary>
public sealed class SettingTests : IDisposable
{
    private const string Setting = "CitizenId:OtherTowns:0";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("modellstadt-roots-").FullName;

    public void Dispose() => TestFolder.Remove(folder);

    [Fact]
    public async Task A_town_that_is_named_completely_counts()
    {
        await using var town = await StartAsync();

        var other = Assert.Single(town.Services.GetRequiredService<AcceptedTowns>().All);
        Assert.Equal(("05334002", "Aachen", "https://aachen.example/", AssuranceLevel.Substantial), (other.Ags, other.Name, other.Origin.AbsoluteUri, other.HighestLevel));
        Assert.Single(other.Roots);
    }

    [Theory]
    [InlineData("Ags", "5334002", "CitizenId:OtherTowns:0:Ags is \"5334002\", not a municipality key of 8 digits.")]
    [InlineData("Ags", "", "CitizenId:OtherTowns:0:Ags is \"\", not a municipality key of 8 digits.")]
    [InlineData("Ags", "05513000", "CitizenId:OtherTowns:0:Ags is this town's own")]
    [InlineData("Name", " ", "CitizenId:OtherTowns:0:Name is missing")]
    [InlineData("PublicUrl", "ftp://aachen.example", "CitizenId:OtherTowns:0:PublicUrl is \"ftp://aachen.example/\", not the https address")]
    [InlineData("HighestLevel", "High", "CitizenId:OtherTowns:0:HighestLevel is High: say what is believed")]
    [InlineData("HighestLevel", null, "CitizenId:OtherTowns:0:HighestLevel is missing: say what is believed")]
    [InlineData("Certificate", "no-such-file.pem", "CitizenId:OtherTowns:0:Certificate is \"no-such-file.pem\", no PEM file")]
    [InlineData("Certificate", null, "CitizenId:OtherTowns:0:Certificate is \"\", no PEM file")]
    public async Task One_wrong_setting_stops_the_start_with_its_sentence(string setting, string? value, string sentence)
    {
        await using (await StartAsync())
        {
        }

        await AssertStopsAsync(sentence, ($"{Setting}:{setting}", value!));
    }

    [Fact]
    public async Task Plain_http_is_for_demonstrations()
    {
        await using (await StartAsync(("Town:Demo", "true"), ($"{Setting}:PublicUrl", "http://aachen.example")))
        {
        }

        await AssertStopsAsync("CitizenId:OtherTowns:0:PublicUrl is \"http://aachen.example/\", not the https address", ("Town:Demo", "false"), ($"{Setting}:PublicUrl", "http://aachen.example"));
    }

    [Fact]
    public async Task A_file_without_a_certificate_stops_the_start() =>
        await AssertStopsAsync("a file without a certificate", ($"{Setting}:Certificate", ProductFiles.PathOf("README.md")));

    [Fact]
    public async Task A_certificate_that_is_no_root_of_an_issuer_stops_the_start()
    {
        await AssertStopsAsync("which is no root certificate of an issuer", ($"{Setting}:Certificate", Write(Certificate("CN=somebody's server", authority: false))));
        await AssertStopsAsync("which is no root certificate of an issuer", ($"{Setting}:Certificate", Write(BelowAnother())));
    }

    [Fact]
    public async Task A_town_is_named_once_and_a_root_stands_for_one_town()
    {
        var (one, other) = (Write(Root("one")), Write(Root("other")));

        await using (var town = await StartAsync([($"{Setting}:Certificate", one), .. Second("05334012", other)]))
            Assert.Equal(2, town.Services.GetRequiredService<AcceptedTowns>().All.Count);

        await AssertStopsAsync("names 05334002 twice", [($"{Setting}:Certificate", one), .. Second("05334002", other)]);
        await AssertStopsAsync("a certificate stands for one town", [($"{Setting}:Certificate", one), .. Second("05334012", one)]);
    }

    /// <summary>What this town signs would else count as the word of another one.</summary>
    [Theory]
    [InlineData(IssuerIdentity.TownSlug)]
    [InlineData(DemoIdCardType.IssuerSlug)]
    public async Task This_towns_own_root_under_another_name_stops_the_start(string slug)
    {
        await using var town = await StartAsync();
        var own = town.Services.GetRequiredService<IssuerAnchors>().All.Single(anchor => anchor.Slug == slug).Certificate;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => town.RestartAsync(($"{Setting}:Certificate", Write(own))));

        Assert.Contains("the certificate for Aachen is one of this town's own", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_town_changes_its_root_both_count()
    {
        var file = NewFile();
        await File.WriteAllTextAsync(file, $"{Root("old").ExportCertificatePem()}\n{Root("new").ExportCertificatePem()}\n", TestContext.Current.CancellationToken);

        await using var town = await StartAsync(($"{Setting}:Certificate", file));

        Assert.Equal(["CN=old", "CN=new"], Assert.Single(town.Services.GetRequiredService<AcceptedTowns>().All).Roots.Select(root => root.Subject));
    }

    private async Task<IdentifyingTown> StartAsync(params (string Key, string Value)[] changed) =>
        await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), [.. Complete(), .. changed]);

    private async Task AssertStopsAsync(string sentence, params (string Key, string Value)[] changed)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(changed));
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    private IEnumerable<(string Key, string Value)> Complete() =>
    [
        ($"{Setting}:Ags", "05334002"), ($"{Setting}:Name", "Aachen"), ($"{Setting}:PublicUrl", "https://aachen.example"),
        ($"{Setting}:Certificate", Write(Root("Aachen"))), ($"{Setting}:HighestLevel", "Substantial"),
    ];

    private static IEnumerable<(string Key, string Value)> Second(string ags, string file) =>
    [
        ("CitizenId:OtherTowns:1:Ags", ags), ("CitizenId:OtherTowns:1:Name", "Eschweiler"), ("CitizenId:OtherTowns:1:PublicUrl", "https://eschweiler.example"),
        ("CitizenId:OtherTowns:1:Certificate", file), ("CitizenId:OtherTowns:1:HighestLevel", "Low"),
    ];

    private string NewFile() => Path.Combine(folder, Path.GetRandomFileName());

    private string Write(X509Certificate2 certificate)
    {
        var file = NewFile();
        File.WriteAllText(file, certificate.ExportCertificatePem());
        return file;
    }

    private static X509Certificate2 Root(string name) => Certificate($"CN={name}", authority: true);

    private static X509Certificate2 Certificate(string subject, bool authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Request(subject, key, authority).CreateSelfSigned(Now.AddDays(-1), Now.AddYears(1));
    }

    /// <summary>An authority that another one has certified: chains do not end there.</summary>
    private static X509Certificate2 BelowAnother()
    {
        using var above = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var below = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Request("CN=above", above, authority: true).CreateSelfSigned(Now.AddDays(-1), Now.AddYears(1));
        return Request("CN=below", below, authority: true).Create(root, Now.AddDays(-1), Now.AddDays(300), [1, 2, 3, 4]);
    }

    private static CertificateRequest Request(string subject, ECDsa key, bool authority)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }
}
