#!/bin/bash
# The AWS CLI against a running endpoint: one story that calls every operation that is answered, and
# checks how each command ends. The first line of the last paragraph tells what the story left out.
#   aws-cli-every-operation.sh [endpoint]; needs the AWS CLI and jq
set -u
cd "$(dirname "$0")/../../../.."
export AWS_ENDPOINT_URL="${1:-http://127.0.0.1:8620}" AWS_DEFAULT_REGION=us-east-1
export AWS_ACCESS_KEY_ID=111122223333 AWS_SECRET_ACCESS_KEY=any AWS_PAGER=
export AWS_EC2_METADATA_DISABLED=true
called=$(mktemp)
unknown=$(mktemp)
commands=0
wrong=0

# Shows a command of EC2 and what it prints, which is left in $out.
show() {
  echo "\$ aws ec2 $*"
  out=$(aws ec2 "$@" 2>&1) && status=0 || status=$?
  [ -z "$out" ] || echo "$out"
  echo "$1" >> "$called"
  commands=$((commands + 1))
}

# Whether the AWS CLI at hand has a command; it may be older than an operation.
knows() {
  aws ec2 "$1" help < /dev/null > /dev/null 2>&1 && return
  echo "(this AWS CLI has no command $1)"
  echo "$1" >> "$unknown"
  return 1
}

# A command that must do well.
ok() {
  show "$@"
  [ "$status" = 0 ] || { echo "!!! exit $status"; wrong=$((wrong + 1)); }
}

# A command that must print just this.
is() {
  local expected="$1"
  shift
  ok "$@"
  [ "$out" = "$expected" ] || { echo "!!! expected: $expected"; wrong=$((wrong + 1)); }
}

# A command that must be refused with a code.
refused() {
  local code="$1"
  shift
  show "$@"
  case "$out" in
    *"An error occurred ($code) when calling the "*) ;;
    *) echo "!!! expected: $code"; wrong=$((wrong + 1)) ;;
  esac
}

# A command of the Recycle Bin's own service, which must do well.
rbin() {
  echo "\$ aws rbin $*"
  aws rbin "$@" 2>&1 || { echo "!!! exit $?"; wrong=$((wrong + 1)); }
  commands=$((commands + 1))
}

# A command of another account.
as_friend() {
  echo "(account 444455556666)"
  AWS_ACCESS_KEY_ID=444455556666 "$@"
}

beside_ec2() {
  echo "\$ curl -X POST $AWS_ENDPOINT_URL/_amikit/$1"
  curl -s -X POST "$AWS_ENDPOINT_URL/_amikit/$1" > /dev/null
}

beside_ec2 reset

echo '# Settings of the account'
ok get-image-block-public-access-state
is unblocked disable-image-block-public-access --query ImageBlockPublicAccessState --output text
is block-new-sharing enable-image-block-public-access \
    --image-block-public-access-state block-new-sharing \
    --query ImageBlockPublicAccessState --output text
ok get-snapshot-block-public-access-state
ok enable-snapshot-block-public-access --state block-all-sharing
ok disable-snapshot-block-public-access
ok enable-ebs-encryption-by-default
ok get-ebs-encryption-by-default
ok disable-ebs-encryption-by-default
ok get-ebs-default-kms-key-id
refused InvalidParameterValue modify-ebs-default-kms-key-id --kms-key-id alias/my-cmk
ok modify-ebs-default-kms-key-id \
    --kms-key-id arn:aws:kms:us-east-1:111122223333:key/0ea3fef3-80a7-4778-9d8c-1c0c6d3b1a11
ok reset-ebs-default-kms-key-id

echo '# Public images'
ok describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*-x86_64' \
    --query 'sort_by(Images,&CreationDate)[-1]'
ok describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*-x86_64' \
    --query 'sort_by(Images,&CreationDate)[].[ImageId,Name]' --output text
public=$(echo "$out" | tail -1 | cut -f1)
ok describe-images --image-ids "$public" --output table
ok describe-images --image-ids "$public" --output text
ok describe-images --owners amazon --page-size 5 --max-items 2 --query 'Images[].ImageId'
is 3 describe-images --owners amazon --page-size 5 --max-items 3 --query 'length(Images)'
ok describe-images --filters Name=platform,Values=windows Name=root-device-type,Values=ebs \
    --query 'Images[].[Name,Platform,PlatformDetails,UsageOperation]' --output table

echo '# Volumes, and a first snapshot'
ok create-volume --volume-type gp3 --size 8 --availability-zone us-east-1a \
    --tag-specifications 'ResourceType=volume,Tags=[{Key=purpose,Value=root}]'
volume=$(echo "$out" | jq -r .VolumeId)
ok wait volume-available --volume-ids "$volume"
ok describe-volumes --volume-ids "$volume"
is "$volume" describe-volumes --filters Name=tag:purpose,Values=root Name=status,Values=available \
    --query 'Volumes[].VolumeId' --output text
ok describe-volumes --output table
ok create-snapshot --volume-id "$volume" --description 'This is my root volume snapshot' \
    --tag-specifications \
    'ResourceType=snapshot,Tags=[{Key=purpose,Value=prod},{Key=costcenter,Value=123}]'
snapshot=$(echo "$out" | jq -r .SnapshotId)
ok wait snapshot-completed --snapshot-ids "$snapshot"
ok describe-snapshots --snapshot-ids "$snapshot"
ok describe-snapshots --owner-ids self --output text
ok describe-snapshots --owner-ids self --filters Name=status,Values=completed \
    --query 'Snapshots[*].{ID:SnapshotId,Time:StartTime}'

echo '# An image registered from it'
refused DryRunOperation register-image --dry-run --name golden --root-device-name /dev/xvda \
    --block-device-mappings "DeviceName=/dev/xvda,Ebs={SnapshotId=$snapshot}"
ok register-image --name golden --description 'A golden image' --architecture x86_64 \
    --virtualization-type hvm --ena-support --boot-mode uefi-preferred --imds-support v2.0 \
    --root-device-name /dev/xvda --block-device-mappings \
    "DeviceName=/dev/xvda,Ebs={SnapshotId=$snapshot,VolumeType=gp3,DeleteOnTermination=true}" \
    'DeviceName=/dev/xvdf,Ebs={VolumeSize=100}' 'DeviceName=/dev/sdb,VirtualName=ephemeral0' \
    --tag-specifications 'ResourceType=image,Tags=[{Key=env,Value=prod}]'
image=$(echo "$out" | jq -r .ImageId)
ok wait image-exists --image-ids "$image"
ok wait image-available --image-ids "$image"
ok describe-images --image-ids "$image"
ok describe-images --owners self --output text
refused InvalidAMIName.Duplicate register-image --name golden --root-device-name /dev/xvda \
    --block-device-mappings "DeviceName=/dev/xvda,Ebs={SnapshotId=$snapshot}"
refused InvalidAMIID.Malformed describe-images --image-ids ami-nonsense
refused InvalidAMIID.NotFound describe-images --image-ids ami-0123456789abcdef0

echo '# Tags'
ok create-tags --resources "$image" "$snapshot" --tags Key=Stack,Value=Test Key=webserver,Value=
ok describe-tags --filters "Name=resource-id,Values=$image"
ok describe-tags --filters Name=key,Values=Stack Name=value,Values=Test --output text
is "$image" describe-images --filters Name=tag:Stack,Values=Test --query 'Images[*].[ImageId]' \
    --output text
ok delete-tags --resources "$image" "$snapshot" --tags Key=Stack,Value=Test Key=webserver
is 1 describe-tags --filters "Name=resource-id,Values=$image" --query 'length(Tags)'

echo '# Instances, and an image created from one'
ok run-instances --image-id "$image" --instance-type m7i.large --count 1 \
    --placement AvailabilityZone=us-east-1a --tag-specifications \
    'ResourceType=instance,Tags=[{Key=Name,Value=web-1}]' \
    'ResourceType=volume,Tags=[{Key=cost-center,Value=cc123}]'
instance=$(echo "$out" | jq -r '.Instances[0].InstanceId')
ok wait instance-running --instance-ids "$instance"
ok describe-instances --instance-ids "$instance"
ok describe-instances --output table \
    --query 'Reservations[].Instances[].[InstanceId,ImageId,State.Name,InstanceType]'
ok describe-instances --filters Name=instance-type,Values=m7i.large Name=tag:Name,Values=web-1 \
    --page-size 5 --query 'Reservations[*].Instances[*].[InstanceId]' --output text
ok describe-instance-image-metadata --instance-ids "$instance"
ok describe-instance-image-metadata --output table
ok create-volume --size 1 --snapshot-id "$snapshot" --volume-type gp2 --availability-zone us-east-1a
data=$(echo "$out" | jq -r .VolumeId)
ok attach-volume --volume-id "$data" --instance-id "$instance" --device /dev/sdg
ok wait volume-in-use --volume-ids "$data"
ok create-image --instance-id "$instance" --name 'My server' --description 'An AMI for my server' \
    --no-reboot --tag-specifications 'ResourceType=image,Tags=[{Key=cost-center,Value=cc123}]' \
    'ResourceType=snapshot,Tags=[{Key=cost-center,Value=cc123}]'
server=$(echo "$out" | jq -r .ImageId)
ok wait image-available --image-ids "$server"
ok describe-images --image-ids "$server"
ok detach-volume --volume-id "$data"
ok wait volume-available --volume-ids "$data"
ok delete-volume --volume-id "$data"
ok wait volume-deleted --volume-ids "$data"
ok stop-instances --instance-ids "$instance"
ok wait instance-stopped --instance-ids "$instance"
ok start-instances --instance-ids "$instance"
ok terminate-instances --instance-ids "$instance"
ok wait instance-terminated --instance-ids "$instance"

echo '# Who may launch'
ok describe-image-attribute --image-id "$image" --attribute description
ok modify-image-attribute --image-id "$image" --description '{"Value": "Golden, of November"}'
ok modify-image-attribute --image-id "$image" --launch-permission 'Add=[{UserId=444455556666}]'
ok modify-image-attribute --image-id "$image" --attribute launchPermission --operation-type add \
    --organization-arns arn:aws:organizations::123456789012:organization/o-abcd1234ef
ok describe-image-attribute --image-id "$image" --attribute launchPermission
ok describe-image-attribute --image-id "$image" --attribute productCodes
refused AuthFailure describe-image-attribute --image-id "$image" --attribute blockDeviceMapping
as_friend is "$image" describe-images --executable-users self --query 'Images[].ImageId' \
    --output text
as_friend refused AuthFailure deregister-image --image-id "$image"
as_friend ok cancel-image-launch-permission --image-id "$image"
refused OperationNotPermitted modify-image-attribute --image-id "$image" \
    --launch-permission 'Add=[{Group=all}]'
ok reset-image-attribute --image-id "$image" --attribute launchPermission
is '[]' describe-image-attribute --image-id "$image" --attribute launchPermission \
    --query LaunchPermissions
ok modify-snapshot-attribute --snapshot-id "$snapshot" --attribute createVolumePermission \
    --operation-type add --user-ids 444455556666
ok describe-snapshot-attribute --snapshot-id "$snapshot" --attribute createVolumePermission
as_friend is "$snapshot" describe-snapshots --restorable-by-user-ids self --query \
    "Snapshots[?OwnerId=='111122223333'].SnapshotId" --output text
ok reset-snapshot-attribute --snapshot-id "$snapshot" --attribute createVolumePermission

echo '# Copies, watermarks and where an image comes from'
if knows attach-image-watermark; then
  ok attach-image-watermark --image-id "$image" --watermark-name hardened
  watermark=$(echo "$out" | jq -r .WatermarkKey)
fi
ok copy-image --region eu-west-1 --source-region us-east-1 --source-image-id "$image" \
    --name golden --description 'This is my copied image.' --copy-image-tags
copy=$(echo "$out" | jq -r .ImageId)
ok wait image-available --region eu-west-1 --image-ids "$copy"
ok describe-images --region eu-west-1 --owners self
ok get-image-ancestry --region eu-west-1 --image-id "$copy"
if knows detach-image-watermark; then
  ok detach-image-watermark --image-id "$image" --watermark-key "$watermark"
fi
ok copy-image --source-region us-east-1 --source-image-id "$image" --name golden-encrypted \
    --encrypted --kms-key-id alias/my-kms-key
encrypted=$(echo "$out" | jq -r .ImageId)
ok describe-images --image-ids "$encrypted" --query 'Images[].BlockDeviceMappings'
ok copy-snapshot --region eu-west-1 --source-region us-east-1 --source-snapshot-id "$snapshot" \
    --description 'This is my copied snapshot.'

echo '# Stored in S3 and restored'
ok create-store-image-task --image-id "$image" --bucket my-bucket
object=$(echo "$out" | jq -r .ObjectKey)
ok describe-store-image-tasks --image-ids "$image"
ok create-restore-image-task --bucket my-bucket --object-key "$object" --name restored
restored=$(echo "$out" | jq -r .ImageId)
ok wait image-available --image-ids "$restored"
ok deregister-image --image-id "$restored" --delete-associated-snapshots

echo '# Deprecated, disabled, protected'
ok enable-image-deprecation --image-id "$image" --deprecate-at 2030-10-15T13:17:12.000Z
ok describe-images --image-ids "$image" --query 'Images[].DeprecationTime'
ok disable-image-deprecation --image-id "$image"
ok enable-image-deregistration-protection --image-id "$image" --with-cooldown
refused OperationNotPermitted deregister-image --image-id "$image"
ok disable-image-deregistration-protection --image-id "$image"
ok disable-image --image-id "$server"
is '' describe-images --filters Name=name,Values='My server' --query 'Images[].ImageId' --output text
is disabled describe-images --include-disabled --filters Name=name,Values='My server' \
    --query 'Images[].State' --output text
refused InvalidAMIID.Unavailable run-instances --image-id "$server" --instance-type m7i.large
ok enable-image --image-id "$server"

echo '# Allowed AMIs'
ok enable-allowed-images-settings --allowed-images-settings-state audit-mode
ok replace-image-criteria-in-allowed-images-settings --image-criteria ImageProviders=amazon \
    ImageProviders=444455556666,ImageNames='golden-*'
ok get-allowed-images-settings
ok get-allowed-images-settings --output table
is True describe-images --image-ids "$image" --query 'Images[].ImageAllowed' --output text
ok disable-allowed-images-settings

echo '# Snapshots in the archive, and locked'
ok create-snapshot --volume-id "$volume" --query SnapshotId --output text
archived=$out
ok modify-snapshot-tier --snapshot-id "$archived" --storage-tier archive
beside_ec2 'advance?by=PT72H'
ok describe-snapshot-tier-status --filters "Name=snapshot-id,Values=$archived"
is "$archived" describe-snapshots --filters Name=storage-tier,Values=archive \
    --query 'Snapshots[].SnapshotId' --output text
ok restore-snapshot-tier --snapshot-id "$archived" --temporary-restore-days 5
ok restore-snapshot-tier --snapshot-id "$archived" --permanent-restore
ok describe-snapshot-tier-status --output table
ok create-snapshot --volume-id "$volume" --query SnapshotId --output text
locked=$out
ok lock-snapshot --snapshot-id "$locked" --lock-mode compliance --cool-off-period 24 \
    --lock-duration 365
ok describe-locked-snapshots
refused OperationNotPermitted delete-snapshot --snapshot-id "$locked"
ok unlock-snapshot --snapshot-id "$locked"

echo '# Who uses an image, and the volumes of an instance together'
ok run-instances --image-id "$image" --instance-type m7i.large --count 1 \
    --query 'Instances[0].InstanceId' --output text
user=$out
ok describe-image-references --image-ids "$image" --include-all-resource-types
is "$image" describe-image-references --image-ids "$image" \
    --resource-types ResourceType=ec2:Instance --query 'ImageReferences[].ImageId' --output text
is 0 describe-image-references --image-ids ami-0123456789abcdef0 --include-all-resource-types \
    --query 'length(ImageReferences)'
ok create-image-usage-report --image-id "$image" --resource-types ResourceType=ec2:Instance \
    --query ReportId --output text
report=$out
ok describe-image-usage-reports --report-ids "$report"
ok describe-image-usage-report-entries --report-ids "$report"
ok delete-image-usage-report --report-id "$report"
refused InvalidParameterValue delete-image-usage-report --report-id "$report"
ok create-snapshots --instance-specification "InstanceId=$user" --copy-tags-from-source volume \
    --description 'All of web-1' --tag-specifications \
    'ResourceType=snapshot,Tags=[{Key=purpose,Value=backup}]'
is 2 describe-snapshots --filters Name=tag:purpose,Values=backup --query 'length(Snapshots)'
ok terminate-instances --instance-ids "$user"

echo '# Windows that launch faster'
ok describe-images --owners amazon --filters Name=platform,Values=windows \
    --query 'Images[0].ImageId' --output text
ok run-instances --image-id "$out" --instance-type m7i.large --count 1 \
    --query 'Instances[0].InstanceId' --output text
user=$out
ok create-image --instance-id "$user" --name windows --query ImageId --output text
windows=$out
ok wait image-available --image-ids "$windows"
ok enable-fast-launch --image-id "$windows" --snapshot-configuration TargetResourceCount=5
ok describe-fast-launch-images --image-ids "$windows"
ok disable-fast-launch --image-id "$windows" --force
refused UnsupportedOperation enable-fast-launch --image-id "$image"
ok terminate-instances --instance-ids "$user"
ok deregister-image --image-id "$windows" --delete-associated-snapshots

echo '# The end of images, and the Recycle Bin'
rbin create-rule --resource-type EC2_IMAGE \
    --retention-period RetentionPeriodValue=7,RetentionPeriodUnit=DAYS
rbin create-rule --resource-type EBS_SNAPSHOT \
    --retention-period RetentionPeriodValue=7,RetentionPeriodUnit=DAYS
ok deregister-image --image-id "$server"
ok list-images-in-recycle-bin
ok restore-image-from-recycle-bin --image-id "$server"
is available describe-images --image-ids "$server" --query 'Images[].State' --output text
ok delete-snapshot --snapshot-id "$archived"
ok list-snapshots-in-recycle-bin
ok restore-snapshot-from-recycle-bin --snapshot-id "$archived"
rbin list-rules --resource-type EC2_IMAGE
for rule in $(aws rbin list-rules --resource-type EC2_IMAGE --query 'Rules[].Identifier' \
    --output text); do
  rbin delete-rule --identifier "$rule"
done
refused InvalidSnapshot.InUse delete-snapshot --snapshot-id "$snapshot"
ok deregister-image --image-id "$server"
ok deregister-image --image-id "$encrypted" --delete-associated-snapshots
refused InvalidAMIID.Unavailable deregister-image --image-id "$server"

echo
left_out=$(sed -n 's/^| \([A-Z][A-Za-z]*\) |.*/\1/p' docs/sdk.md | sed 's/\B[A-Z]/-&/g' \
    | tr A-Z a-z | grep -vxFf "$called" | grep -vxFf "$unknown")
echo "operations left out: ${left_out:-none}"
echo "operations that this AWS CLI does not have: $(tr '\n' ' ' < "$unknown")"
echo "commands: $commands, otherwise than expected: $wrong"
rm "$called" "$unknown"
[ -z "$left_out" ] && [ "$wrong" = 0 ]
