namespace Plus.Shared.Keys.Ring;

/// <summary>
/// Where a room keeps keys sealed with a master key, so that a new master key can seal them anew. A room with such a
/// table registers one.
/// </summary>
/// <param name="Table">Schema and table.</param>
/// <param name="KeyId">Its column with <see cref="WrappedKey.KeyId"/>.</param>
/// <param name="Sealed">Its column with <see cref="WrappedKey.Sealed"/>.</param>
/// <param name="Id">Its uuid key; the 16 bytes of <see cref="Guid.ToByteArray()"/> are what the sealed key is bound to.</param>
public sealed record WrappedKeyColumn(
    string Table,
    string KeyId = "key_id",
    string Sealed = "sealed_key",
    string Id = "id"
);
