// RFC 6749 §3.2 (parameters must not be included more than once), Appendix B (application/x-www-form-urlencoded).
using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>Parameters of a form body or a query: few, short, none twice.</summary>
public sealed class FormParameters
{
    private const int MaxLength = 32 * 1024;
    private const int MaxParameters = 40;

    private readonly Dictionary<string, string> values;

    private FormParameters(Dictionary<string, string> values) => this.values = values;

    /// <summary>The value of <paramref name="name"/>, or null when it is absent or empty (RFC 6749 §3.2: as if it were omitted).</summary>
    public string? this[string name] => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Reads `a=b&amp;c=d`.</summary>
    public static Checked<FormParameters> Parse(string text)
    {
        if (text.Length > MaxLength)
            return Refuse($"There are more than {MaxLength} characters.");
        var pairs = text.Split('&', MaxParameters + 1, StringSplitOptions.RemoveEmptyEntries);
        if (pairs.Length > MaxParameters)
            return Refuse($"There are more than {MaxParameters} parameters.");
        var values = new Dictionary<string, string>(pairs.Length);
        foreach (var pair in pairs)
        {
            var middle = pair.IndexOf('=', StringComparison.Ordinal);
            var name = middle < 0 ? pair : pair[..middle];
            if (!values.TryAdd(Decode(name), middle < 0 ? "" : Decode(pair[(middle + 1)..])))
                return Refuse("A parameter stands twice.");
        }

        return new FormParameters(values);
    }

    /// <summary>Writes `a=b&amp;c=d`; parameters without value are left out.</summary>
    public static string Write(params IEnumerable<(string Name, string? Value)> parameters)
        => string.Join('&', parameters.Where(parameter => parameter.Value is not null)
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(parameter.Value!)}"));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static ProtocolError Refuse(string detail) => new(IssuanceErrors.InvalidRequest, "RFC 6749 §3.2", detail);
}
