namespace Modellstadt.Registers;

/// <summary>The resident register's own key of a person. Opaque; never shown to citizens and never part of a credential.</summary>
/// <param name="Value">At most 64 characters.</param>
public readonly record struct ResidentId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
