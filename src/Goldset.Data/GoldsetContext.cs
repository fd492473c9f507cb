using Goldset.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Goldset.Data;

/// <summary>
/// The schema of both engines, and everyday queries over accounts, projects, views and uploads. Tasks, annotations, drafts and
/// predictions are read and written with SQL next to the feature that does it.
/// </summary>
public abstract class GoldsetContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Accounts.</summary>
    public DbSet<User> Users => Set<User>();
    /// <summary>Tenants.</summary>
    public DbSet<Organization> Organizations => Set<Organization>();
    /// <summary>Who belongs where, and as what.</summary>
    public DbSet<OrganizationMember> OrganizationMembers => Set<OrganizationMember>();
    /// <summary>Issued personal access tokens.</summary>
    public DbSet<PersonalAccessToken> PersonalAccessTokens => Set<PersonalAccessToken>();
    /// <summary>Introductions seen.</summary>
    public DbSet<ProductTour> ProductTours => Set<ProductTour>();
    /// <summary>Projects, those in the trash left out.</summary>
    public DbSet<Project> Projects => Set<Project>();
    /// <summary>Counters of projects.</summary>
    public DbSet<ProjectCounts> ProjectCounts => Set<ProjectCounts>();
    /// <summary>Numbers of project summaries.</summary>
    public DbSet<SummaryCount> SummaryCounts => Set<SummaryCount>();
    /// <summary>Data-manager tabs.</summary>
    public DbSet<View> Views => Set<View>();
    /// <summary>Uploaded files.</summary>
    public DbSet<FileUpload> FileUploads => Set<FileUpload>();
    /// <summary>Receivers of events.</summary>
    public DbSet<Webhook> Webhooks => Set<Webhook>();
    /// <summary>Model servers.</summary>
    public DbSet<MlBackend> MlBackends => Set<MlBackend>();
    /// <summary>Labels of taxonomies.</summary>
    public DbSet<Label> Labels => Set<Label>();
    /// <summary>Their uses in projects.</summary>
    public DbSet<LabelLink> LabelLinks => Set<LabelLink>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Timestamp>().HaveConversion<TimestampConverter>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<User>(e =>
        {
            e.HasIndex(x => x.Email).IsUnique();
            e.HasIndex(x => x.TokenHash).IsUnique();
        });
        model.Entity<Organization>().HasIndex(x => x.InviteToken).IsUnique();
        model.Entity<OrganizationMember>(e =>
        {
            e.HasIndex(x => new { x.UserId, x.OrganizationId }).IsUnique();
            e.HasIndex(x => x.OrganizationId);
            e.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PersonalAccessToken>(e =>
        {
            e.HasIndex(x => x.Jti).IsUnique();
            e.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ProductTour>(e =>
        {
            e.HasIndex(x => new { x.UserId, x.Name }).IsUnique();
            e.HasOne<User>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Project>(e =>
        {
            e.HasQueryFilter(x => x.DeletedAt == null);
            e.HasIndex(x => new { x.OrganizationId, x.PinnedAt, x.CreatedAt });
        });
        model.Entity<ProjectCounts>(e =>
        {
            e.ToTable("project_counts").HasKey(x => x.ProjectId);
            e.Property(x => x.ProjectId).ValueGeneratedNever();
        });
        model.Entity<SummaryCount>().HasKey(x => new { x.ProjectId, x.Kind, x.Key, x.Label });
        model.Entity<View>().HasIndex(x => new { x.ProjectId, x.Order });
        model.Entity<Label>().HasIndex(x => new { x.OrganizationId, x.Title }).IsUnique();
        model.Entity<LabelLink>(e =>
        {
            e.HasIndex(x => new { x.ProjectId, x.LabelId }).IsUnique();
            e.HasOne<Label>().WithMany().HasForeignKey(x => x.LabelId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<FileUpload>(e =>
        {
            e.HasIndex(x => x.File).IsUnique();
            e.HasIndex(x => x.ProjectId);
        });
        model.Entity<LabelingTask>(e =>
        {
            e.ToTable("tasks");
            // With all that visible_tasks asks for, so that tasks are counted and passed over without reading them.
            e.HasIndex(x => new { x.ProjectId, x.Id, x.DeletedAt, x.ImportId }, "ix_tasks_visible");
            e.HasIndex(x => new { x.ProjectId, x.IsLabeled, x.Id });
            e.HasIndex(x => new { x.ProjectId, x.UpdatedAt, x.Id });
            // Tasks that somebody has begun and that want more annotations: few, and what breadth-first hands out.
            e.HasIndex(x => new { x.ProjectId, x.Id }, "ix_tasks_begun").HasFilter("NOT is_labeled AND total_annotations + cancelled_annotations > 0");
            e.HasIndex(x => x.FileUploadId).HasFilter("file_upload_id IS NOT NULL");
        });
        model.Entity<PendingImport>().ToTable("pending_imports");
        model.Entity<TaskIndex>(e =>
        {
            e.ToTable("task_indexes");
            e.HasIndex(x => new { x.ProjectId, x.Kind, x.Field }).IsUnique();
        });
        model.Entity<Annotation>(e =>
        {
            e.ToTable("annotations");
            e.HasIndex(x => new { x.TaskId, x.Id });
            e.HasIndex(x => new { x.ProjectId, x.CompletedById, x.TaskId });
            e.HasIndex(x => x.UniqueId).IsUnique();
        });
        model.Entity<Draft>(e =>
        {
            e.ToTable("drafts");
            e.HasIndex(x => new { x.TaskId, x.UserId });
            e.HasIndex(x => new { x.UserId, x.ProjectId });
            e.HasIndex(x => x.AnnotationId).HasFilter("annotation_id IS NOT NULL");
        });
        model.Entity<Prediction>(e =>
        {
            e.ToTable("predictions");
            e.HasIndex(x => new { x.TaskId, x.Id });
            e.HasIndex(x => new { x.ProjectId, x.ModelVersion, x.Score, x.TaskId });
        });
        model.Entity<TaskLock>(e =>
        {
            e.ToTable("task_locks");
            e.HasIndex(x => new { x.TaskId, x.UserId }).IsUnique();
            e.HasIndex(x => new { x.UserId, x.ProjectId });
        });
        model.Entity<Webhook>(e =>
        {
            e.HasIndex(x => new { x.OrganizationId, x.ProjectId });
            e.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WebhookDelivery>(e =>
        {
            e.ToTable("webhook_deliveries");
            e.HasIndex(x => new { x.WebhookId, x.Id });
            e.HasOne<Webhook>().WithMany().HasForeignKey(x => x.WebhookId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<MlBackend>().HasIndex(x => x.ProjectId);
        model.Entity<TrainingOrder>(e =>
        {
            e.ToTable("training_orders").HasKey(x => x.ProjectId);
            e.Property(x => x.ProjectId).ValueGeneratedNever();
        });
        model.Entity<LabelStreamVisit>(e =>
        {
            e.ToTable("label_stream_visits");
            e.HasIndex(x => new { x.UserId, x.ProjectId, x.TaskId }).IsUnique();
        });
        model.Entity<Storage>(e =>
        {
            e.ToTable("storages");
            e.HasIndex(x => x.ProjectId);
            e.HasIndex(x => x.Status).HasFilter("status IN ('queued', 'in_progress')");
        });
        model.Entity<StorageImportLink>(e =>
        {
            e.ToTable("storage_import_links");
            e.HasIndex(x => new { x.StorageId, x.Key });
            e.HasIndex(x => x.TaskId);
            e.HasOne<Storage>().WithMany().HasForeignKey(x => x.StorageId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<LabelingTask>().WithMany().HasForeignKey(x => x.TaskId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StorageExportLink>(e =>
        {
            e.ToTable("storage_export_links");
            e.HasIndex(x => new { x.StorageId, x.AnnotationId }).IsUnique();
            e.HasOne<Storage>().WithMany().HasForeignKey(x => x.StorageId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StorageWriteOrder>(e =>
        {
            e.ToTable("storage_write_orders").HasKey(x => new { x.StorageId, x.AnnotationId });
            e.HasOne<Storage>().WithMany().HasForeignKey(x => x.StorageId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Job>(e =>
        {
            e.ToTable("jobs");
            e.HasIndex(x => new { x.ProjectId, x.Id });
            e.HasIndex(x => x.Id, "ix_jobs_open").HasFilter("status IN ('created', 'in_progress')");
        });
        model.Entity<ExportSnapshot>(e =>
        {
            e.ToTable("export_snapshots");
            e.HasIndex(x => new { x.ProjectId, x.Id });
            e.HasIndex(x => x.Id, "ix_export_snapshots_open").HasFilter("status IN ('created', 'in_progress')");
        });
        model.Entity<ExportConversion>(e =>
        {
            e.ToTable("export_conversions");
            e.HasIndex(x => new { x.SnapshotId, x.Id });
            // One that has failed may be asked for again.
            e.HasIndex(x => new { x.SnapshotId, x.ExportType }, "ix_export_conversions_type").IsUnique().HasFilter("status <> 'failed'");
            e.HasIndex(x => x.Id, "ix_export_conversions_open").HasFilter("status IN ('created', 'in_progress')");
            e.HasOne<ExportSnapshot>().WithMany().HasForeignKey(x => x.SnapshotId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private sealed class TimestampConverter() : ValueConverter<Timestamp, long>(t => t.Micros, v => new Timestamp(v));
}

/// <summary>The schema on SQLite.</summary>
public sealed class SqliteGoldsetContext(DbContextOptions<SqliteGoldsetContext> options) : GoldsetContext(options);

/// <summary>The schema on PostgreSQL.</summary>
public sealed class PostgresGoldsetContext(DbContextOptions<PostgresGoldsetContext> options) : GoldsetContext(options);
