# fog-aws, Ruby's, against a running endpoint: an image of a volume, tagged, shared, and let go of.
require "fog/aws"
require "net/http"

url = ARGV[0] || "http://127.0.0.1:8620"
Net::HTTP.post(URI("#{url}/_amikit/reset"), "")
ec2 = Fog::AWS::Compute.new(
  endpoint: url, region: "us-east-1",
  aws_access_key_id: "111122223333", aws_secret_access_key: "any"
)

newest = ec2.describe_images("Owner" => "amazon", "name" => "al2023-ami-*-x86_64").body["imagesSet"]
  .max_by { |image| image["creationDate"] }
puts "newest: #{newest["name"]} #{newest["imageOwnerAlias"]} #{newest["blockDeviceMapping"]}"

volume = ec2.volumes.create(availability_zone: "us-east-1a", size: 8, type: "gp2")
volume.wait_for { ready? }
puts "volume: #{volume.state} #{volume.size} #{volume.availability_zone}"
snapshot = ec2.snapshots.create(volume_id: volume.id, description: "of a volume")
snapshot.wait_for { ready? }
puts "snapshot: #{snapshot.state} #{snapshot.progress} #{snapshot.volume_size}"
image = ec2.register_image("golden", "of a snapshot", "/dev/xvda", [
  { "DeviceName" => "/dev/xvda", "SnapshotId" => snapshot.id, "VolumeSize" => 8 }
]).body["imageId"]
ec2.create_tags(image, "env" => "prod")
puts "image: #{ec2.images.get(image).state} #{ec2.images.get(image).tags}"
ec2.modify_image_attribute(image, "Add.UserId" => ["444455556666"])
puts "permissions: #{ec2.describe_image_attribute(image, "launchPermission").body["launchPermission"]}"
copy = ec2.copy_image(image, "us-east-1", "copy").body["imageId"]
puts "own: #{ec2.describe_images("Owner" => "self").body["imagesSet"].map { |i| i["name"] }.sort}"
begin
  ec2.delete_snapshot(snapshot.id)
rescue Fog::AWS::Compute::Error => refused
  puts "in use: #{refused.message}"
end
[copy, image].each { |id| ec2.deregister_image(id) }
puts "deleted: #{ec2.delete_snapshot(snapshot.id).body["return"]} #{volume.destroy}"
begin
  ec2.servers.create(image_id: newest["imageId"], flavor_id: "m7i.large")
rescue Fog::AWS::Compute::Error => refused
  puts "servers: #{refused.message}"
end
