#!/bin/sh
# The AWS CLI against a running endpoint: an image made of a volume, shared, copied and let go of.
set -eu
export AWS_ENDPOINT_URL_EC2="${1:-http://127.0.0.1:8620}" AWS_DEFAULT_REGION=us-east-1
export AWS_ACCESS_KEY_ID=111122223333 AWS_SECRET_ACCESS_KEY=any AWS_PAGER=
export AWS_EC2_METADATA_DISABLED=true

# Shows a command, what it prints, and how it ends if not well; what it prints is left in $out.
run() {
  echo "\$ $*"
  out=$("$@" 2>&1) && status=0 || status=$?
  [ -z "$out" ] || echo "$out"
  [ "$status" = 0 ] || echo "(exit $status)"
}

curl -s -X POST "$AWS_ENDPOINT_URL_EC2/_amikit/reset" > /dev/null

run aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*-x86_64' \
    --query 'sort_by(Images,&CreationDate)[].[ImageId,Name]' --output text
run aws ec2 create-volume --size 8 --volume-type gp3 --availability-zone us-east-1a \
    --query VolumeId --output text
volume=$out
run aws ec2 create-snapshot --volume-id "$volume" --query SnapshotId --output text
snapshot=$out
run aws ec2 wait snapshot-completed --snapshot-ids "$snapshot"
run aws ec2 register-image --name golden --architecture x86_64 --virtualization-type hvm \
    --root-device-name /dev/xvda \
    --block-device-mappings "DeviceName=/dev/xvda,Ebs={SnapshotId=$snapshot}" \
    --query ImageId --output text
image=$out
run aws ec2 wait image-available --image-ids "$image"
run aws ec2 create-tags --resources "$image" "$snapshot" --tags Key=env,Value=prod
run aws ec2 modify-image-attribute --image-id "$image" \
    --launch-permission 'Add=[{UserId=444455556666}]'
run aws ec2 describe-image-attribute --image-id "$image" --attribute launchPermission
run env AWS_ACCESS_KEY_ID=444455556666 aws ec2 describe-images --executable-users self \
    --query 'Images[].[ImageId,OwnerId,Name]' --output text
run env AWS_ACCESS_KEY_ID=444455556666 aws ec2 deregister-image --image-id "$image"
run aws ec2 modify-image-attribute --image-id "$image" --launch-permission 'Add=[{Group=all}]'
run aws ec2 copy-image --source-image-id "$image" --source-region us-east-1 --name golden \
    --region eu-west-1 --query ImageId --output text
copy=$out
run aws ec2 describe-images --region eu-west-1 --owners self \
    --query 'Images[].[ImageId,Name,State,SourceImageId]' --output text
run aws ec2 enable-image-deprecation --image-id "$image" --deprecate-at 2030-01-01T00:00:00Z
run aws ec2 delete-snapshot --snapshot-id "$snapshot"
run aws ec2 deregister-image --dry-run --image-id "$image"
run aws ec2 deregister-image --delete-associated-snapshots --image-id "$image"
run aws ec2 deregister-image --region eu-west-1 --image-id "$copy"
run aws ec2 describe-images --owners self --query 'Images[].ImageId'
run aws ec2 describe-vpcs
run env AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE aws ec2 describe-images --owners self
