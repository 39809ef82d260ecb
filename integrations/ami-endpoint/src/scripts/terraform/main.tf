# Terraform's AWS provider against a running endpoint: an image of a volume, copied, shared, tagged.
#   terraform init, with the provider hashicorp/aws from wherever it is to be had
#   terraform apply -auto-approve && terraform plan && terraform destroy -auto-approve
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "endpoint" {
  default = "http://127.0.0.1:8620"
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "111122223333"
  secret_key                  = "any"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  endpoints {
    ec2 = var.endpoint
  }
}

data "aws_ami" "newest" {
  owners      = ["amazon"]
  most_recent = true
  filter {
    name   = "name"
    values = ["al2023-ami-*-x86_64"]
  }
}

resource "aws_ebs_volume" "root" {
  availability_zone = "us-east-1a"
  size              = 8
  type              = "gp3"
  tags              = { Name = "root" }
}

resource "aws_ebs_snapshot" "root" {
  volume_id   = aws_ebs_volume.root.id
  description = "from terraform"
  tags        = { Name = "root" }
}

resource "aws_snapshot_create_volume_permission" "friend" {
  snapshot_id = aws_ebs_snapshot.root.id
  account_id  = "444455556666"
}

resource "aws_ebs_snapshot_copy" "copy" {
  source_snapshot_id = aws_ebs_snapshot.root.id
  source_region      = "us-east-1"
}

resource "aws_ami" "golden" {
  name                = "golden"
  virtualization_type = "hvm"
  root_device_name    = "/dev/xvda"
  ena_support         = true
  imds_support        = "v2.0"
  deprecation_time    = "2030-01-01T00:00:00Z"
  ebs_block_device {
    device_name = "/dev/xvda"
    snapshot_id = aws_ebs_snapshot.root.id
  }
  tags = { env = "prod" }
}

resource "aws_ami_copy" "copy" {
  name              = "golden-copy"
  source_ami_id     = aws_ami.golden.id
  source_ami_region = "us-east-1"
  encrypted         = true
}

resource "aws_ami_launch_permission" "friend" {
  image_id   = aws_ami.golden.id
  account_id = "444455556666"
}

resource "aws_ec2_image_block_public_access" "all" {
  state = "unblocked"
}

resource "aws_ebs_snapshot_block_public_access" "all" {
  state = "block-all-sharing"
}

resource "aws_ebs_encryption_by_default" "on" {
  enabled = false
}

resource "aws_ec2_tag" "newest" {
  resource_id = data.aws_ami.newest.id
  key         = "seen"
  value       = "yes"
}


output "newest" { value = data.aws_ami.newest.name }
output "golden" { value = aws_ami.golden.id }
