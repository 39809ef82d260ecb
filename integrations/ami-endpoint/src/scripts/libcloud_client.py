"""Apache Libcloud's driver of EC2 against a running endpoint: images, snapshots, volumes, nodes."""

import sys
import urllib.parse
import urllib.request

from libcloud.common.exceptions import BaseHTTPError
from libcloud.compute.drivers.ec2 import EC2NodeLocation, ExEC2AvailabilityZone
from libcloud.compute.providers import get_driver
from libcloud.compute.types import InvalidCredsError, Provider

URL = urllib.parse.urlparse(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8620")

urllib.request.urlopen(
    urllib.request.Request(URL.geturl() + "/_amikit/reset", method="POST")
).close()
ec2 = get_driver(Provider.EC2)(
    "111122223333",
    "any",
    region="us-east-1",
    host=URL.hostname,
    port=URL.port,
    secure=False,
    signature_version="4",  # that of version 2, which is the default, tells no Region
)

images = ec2.list_images(ex_owner="amazon", ex_filters={"name": "al2023-ami-*-x86_64"})
newest = max(images, key=lambda image: image.name)
print("newest:", newest.id, newest.name, newest.extra["owner_alias"], newest.extra["is_public"])
print("as read:", newest.extra["block_device_mapping"])

zone = EC2NodeLocation(  # which zones there are, the endpoint does not tell
    "0", "us-east-1a", "USA", ec2, ExEC2AvailabilityZone("us-east-1a", "available", "us-east-1")
)
volume = ec2.create_volume(8, "root", location=zone, ex_volume_type="gp2")
print("volume:", volume.size, volume.state, volume.extra["zone"])
snapshot = ec2.create_volume_snapshot(volume, name="root", ex_metadata={"env": "prod"})
print("snapshot:", snapshot.state, snapshot.extra["tags"])
image = ec2.ex_register_image(
    "golden",
    architecture="x86_64",
    virtualization_type="hvm",
    root_device_name="/dev/xvda",
    block_device_mapping=[
        {"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": snapshot.id, "VolumeType": "gp3"}}
    ],
)
print("registered:", image.id, ec2.get_image(image.id).extra["state"])
copy = ec2.copy_image(image, "us-east-1", name="copy")
ec2.ex_create_tags(copy, {"stack": "test"})
print("tags of the copy:", ec2.ex_describe_tags(copy))
print("images of its own:", sorted(each.name for each in ec2.list_images(ex_owner="self")))

node = ec2.create_node("web-1", image=image, size=ec2.list_sizes()[0])
print("node:", node.state, node.extra["image_id"] == image.id, node.extra["availability"])
made = ec2.create_image(node, "of-a-node", description="made of a node")
print("created:", made.id, ec2.get_image(made.id).extra["block_device_mapping"])
print("destroyed:", ec2.destroy_node(node))

try:
    ec2.delete_image(newest)
except InvalidCredsError as refused:
    print("another account's:", refused)
for each in ec2.list_images(ex_owner="self"):
    ec2.delete_image(each)
print("deleted:", ec2.list_images(ex_owner="self"))
for ask in (ec2.list_locations, ec2.list_nodes, ec2.list_key_pairs):
    try:
        ask()
    except BaseHTTPError as refused:
        print(ask.__name__, refused)
