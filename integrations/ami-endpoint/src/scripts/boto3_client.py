"""boto3 against a running endpoint: pages, waiters, resources, errors, and time that passes."""

import sys
import urllib.request

import boto3
from botocore.exceptions import ClientError

URL = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8620"


def control(call):
    request = urllib.request.Request(URL + "/_amikit/" + call, method="POST")
    urllib.request.urlopen(request).close()


def client_of(account, region="us-east-1"):
    return boto3.client(
        "ec2",
        endpoint_url=URL,
        region_name=region,
        aws_access_key_id=account,
        aws_secret_access_key="any",
    )


control("reset")
ec2 = client_of("111122223333")

pages = ec2.get_paginator("describe_images").paginate(
    Owners=["amazon", "999900002222"], PaginationConfig={"PageSize": 5}
)
print("pages of public images:", [len(page["Images"]) for page in pages])

newest = max(
    ec2.describe_images(
        Owners=["amazon"], Filters=[{"Name": "name", "Values": ["al2023-ami-*-arm64"]}]
    )["Images"],
    key=lambda image: image["CreationDate"],
)
print("newest:", newest["Name"], newest["ImageOwnerAlias"], newest["Public"])

instance = ec2.run_instances(
    ImageId=newest["ImageId"], InstanceType="m7g.large", MinCount=1, MaxCount=1
)["Instances"][0]
print("instance:", instance["ImageId"] == newest["ImageId"], instance["State"]["Name"])
image_id = ec2.create_image(InstanceId=instance["InstanceId"], Name="web-1")["ImageId"]
ec2.get_waiter("image_available").wait(ImageIds=[image_id])

image = boto3.resource(
    "ec2",
    endpoint_url=URL,
    region_name="us-east-1",
    aws_access_key_id="111122223333",
    aws_secret_access_key="any",
).Image(image_id)
image.create_tags(Tags=[{"Key": "env", "Value": "prod"}])
image.reload()
print("image:", image.state, image.tags, image.block_device_mappings[0]["Ebs"]["VolumeSize"])

try:
    client_of("444455556666").modify_image_attribute(
        ImageId=image_id, Description={"Value": "mine"}
    )
except ClientError as refused:
    print("another account:", refused.response["Error"]["Code"])

ec2.enable_image_deprecation(ImageId=image_id, DeprecateAt="2027-06-01T00:00:00Z")
deprecated = [i["DeprecationTime"] for i in ec2.describe_images(Owners=["self"])["Images"]]
print("deprecated at:", deprecated)
control("advance?by=P730D")
left = client_of("111122223333").describe_images(ImageIds=[image_id], IncludeDeprecated=False)
print("two years later it is still found by ID:", len(left["Images"]) == 1)

ec2.deregister_image(ImageId=image_id)
try:
    ec2.get_waiter("image_exists").wait(
        ImageIds=[image_id], WaiterConfig={"Delay": 0, "MaxAttempts": 2}
    )
except Exception as gone:  # the waiter has a type of its own
    print("deregistered:", type(gone).__name__)
