using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Outcomes;

/// <summary>A refusal whose words stand among the texts of its module: one line says everything about it.</summary>
/// <param name="Type">Stable problem type.</param>
/// <param name="StatusCode">HTTP status of the problem document.</param>
/// <param name="Words">Picks the words.</param>
public abstract record SpokenRefusal<TTexts>(string Type, int StatusCode, Func<TTexts, RefusalText> Words) : Refusal(Type, StatusCode)
    where TTexts : ITexts<TTexts>
{
    /// <inheritdoc />
    public sealed override RefusalText In(Language language) => Words(TTexts.For(language));

    /// <summary>Equal in type and facts; a function is only ever equal to itself and says nothing here.</summary>
    public virtual bool Equals(SpokenRefusal<TTexts>? other) => base.Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}
