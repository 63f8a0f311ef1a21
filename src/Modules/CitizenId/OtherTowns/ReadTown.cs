using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>From what an operator has written down to a town, or to the sentence that says what is wrong with it.</summary>
internal static class ReadTown
{
    private const int AgsDigits = 8;

    /// <summary>The town; or why there is none, with the name of the setting.</summary>
    /// <param name="entry">What is written down.</param>
    /// <param name="index">Its place in the list.</param>
    /// <param name="town">This town.</param>
    public static (AcceptedTown? Town, string? Fault) From(CitizenIdOptions.OtherTown entry, int index, TownOptions town)
    {
        var setting = $"CitizenId:OtherTowns:{index}";
        if (WhyUnnamed(setting, entry, town) is { } unnamed)
            return (null, unnamed);
        if (entry.HighestLevel is not { } level || level is not (AssuranceLevel.Low or AssuranceLevel.Substantial))
            return (null, $"{setting}:HighestLevel is {entry.HighestLevel?.ToString() ?? "missing"}: say what is believed of this town's citizen IDs, Low or Substantial.");

        var (roots, fault) = ReadRoots(setting, entry.Certificate);
        return fault is null ? (new AcceptedTown(entry.Ags!, entry.Name!, new Uri(entry.PublicUrl!.GetLeftPart(UriPartial.Authority)), roots, level), null) : (null, fault);
    }

    private static string? WhyUnnamed(string setting, CitizenIdOptions.OtherTown entry, TownOptions town)
    {
        if (entry.Ags is not { Length: AgsDigits } ags || !ags.All(char.IsAsciiDigit))
            return $"{setting}:Ags is \"{entry.Ags}\", not a municipality key of 8 digits.";
        if (ags == town.Ags)
            return $"{setting}:Ags is this town's own: its citizen IDs count anyway, under its own keys only.";
        if (string.IsNullOrWhiteSpace(entry.Name))
            return $"{setting}:Name is missing: citizens and clerks read whose citizen ID it was.";
        if (entry.PublicUrl is not { IsAbsoluteUri: true } url || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && town.Demo)))
            return $"{setting}:PublicUrl is \"{entry.PublicUrl}\", not the https address of that town's portal.";
        return null;
    }

    private static (IReadOnlyList<X509Certificate2> Roots, string? Fault) ReadRoots(string setting, string? file)
    {
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPemFile(file ?? "");
        }
        catch (Exception reason) when (reason is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return ([], $"{setting}:Certificate is \"{file}\", no PEM file with a certificate: {reason.Message}");
        }

        if (roots.Count == 0)
            return ([], $"{setting}:Certificate is \"{file}\", a file without a certificate. Take the root certificate of that town as issuer.");
        return roots.FirstOrDefault(root => !IsRoot(root)) is { } leaf
            ? ([], $"{setting}:Certificate has \"{leaf.Subject}\", which is no root certificate of an issuer: no authority, below another one, or without a key identifier.")
            : ([.. roots], null);
    }

    private static bool IsRoot(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
        && certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority) && TrustedAuthorities.OwnKeyIdentifierOf(certificate) is not null;
}
