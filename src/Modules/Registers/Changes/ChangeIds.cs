using System.Security.Cryptography;
using System.Text;

namespace Modellstadt.Registers;

/// <summary>Identifiers of the changes that one comparison finds: comparing again after a crash finds the same ones.</summary>
/// <param name="comparison">Which comparison: the register and the number of the export, or the server's own number of the change.</param>
internal sealed class ChangeIds(string comparison)
{
    /// <summary>The identifier of one change.</summary>
    public Guid Of<TChange>(ResidentId resident, string plate = "") where TChange : RegisterChange =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{comparison}\n{typeof(TChange).Name}\n{resident}\n{plate}")).AsSpan(0, 16));
}
