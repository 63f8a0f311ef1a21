using System.Globalization;
using System.Text;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.OpenId4Vc.Holder;

namespace Modellstadt.Testing;

public sealed partial class HeadlessWallet
{
    /// <summary>The code a warden scans: the status reference of a copy and the time, signed with the copy's key.</summary>
    public string ShowToWarden(PresentableCredential copy)
    {
        var status = StatusReference.Parse(copy.SdJwt.IssuerJwt.Payload.Object("status")!).Expect();
        var list = status.Uri[(status.Uri.LastIndexOf('/') + 1)..];
        return SignForWarden(string.Create(CultureInfo.InvariantCulture, $"MSP1.{list}.{status.Index}.{time.GetUtcNow().ToUnixTimeSeconds()}"), copy.HolderKey!);
    }

    /// <summary>Any text with a signature behind it, as codes for wardens have one.</summary>
    public static string SignForWarden(string text, SigningKey key) => $"{text}.{Base64Url.Encode(key.Sign(Encoding.ASCII.GetBytes(text)))}";
}
