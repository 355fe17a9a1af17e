using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Passkeys;

/// <summary>
/// What the framework's passkey handler reads of people. It writes nothing: passkeys are added, used and removed by this
/// room's handlers, each as a process.
/// </summary>
internal sealed class PasskeyStore(PlusDb db) : IUserPasskeyStore<Staff>
{
    public Task<string> GetUserIdAsync(Staff user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Staff user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(Staff user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedUserName);

    public async Task<Staff?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        StaffId.TryParse(userId, out var id)
            ? await db.Set<Staff>().SingleOrDefaultAsync(s => s.Id == id, cancellationToken)
            : null;

    public Task<Staff?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Set<Staff>().SingleOrDefaultAsync(s => s.NormalizedUserName == normalizedUserName, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Staff user, CancellationToken cancellationToken) =>
        [.. (await db.Set<Passkey>().Where(p => p.StaffId == user.Id).ToListAsync(cancellationToken)).Select(Info)];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        Staff user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        await db.Set<Passkey>()
            .SingleOrDefaultAsync(p => p.StaffId == user.Id && p.CredentialId == credentialId, cancellationToken)
            is { } found
            ? Info(found)
            : null;

    public Task<Staff?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        db.Set<Passkey>()
            .Where(p => p.CredentialId == credentialId)
            .Join(db.Set<Staff>(), p => p.StaffId, s => s.Id, (_, s) => s)
            .SingleOrDefaultAsync(cancellationToken);

    public Task SetUserNameAsync(Staff user, string? userName, CancellationToken cancellationToken) =>
        throw ReadsOnly();

    public Task SetNormalizedUserNameAsync(Staff user, string? normalizedName, CancellationToken cancellationToken) =>
        throw ReadsOnly();

    public Task<IdentityResult> CreateAsync(Staff user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> UpdateAsync(Staff user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> DeleteAsync(Staff user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task AddOrUpdatePasskeyAsync(Staff user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw ReadsOnly();

    public Task RemovePasskeyAsync(Staff user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw ReadsOnly();

    public void Dispose()
    {
        // The context is the request's.
    }

    private static UserPasskeyInfo Info(Passkey key) =>
        new(
            key.CredentialId,
            key.PublicKey,
            key.CreatedAt,
            (uint)key.SignCount,
            key.Transports,
            isUserVerified: true,
            key.IsBackupEligible,
            key.IsBackedUp,
            key.AttestationObject,
            key.ClientDataJson
        )
        {
            Name = key.Name,
        };

    private static NotSupportedException ReadsOnly() => new("People are changed by the handlers of this room alone.");
}
