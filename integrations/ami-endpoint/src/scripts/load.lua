-- What load.sh lets wrk ask: reads, pages, dry runs, errors, and a volume that comes and goes.
local headers = {
  ["Authorization"] = "AWS4-HMAC-SHA256"
    .. " Credential=111122223333/20261101/us-east-1/ec2/aws4_request,"
    .. " SignedHeaders=host, Signature=any",
  ["Content-Type"] = "application/x-www-form-urlencoded",
}
local forms = {
  "Action=DescribeImages&Owner.1=amazon&Filter.1.Name=name&Filter.1.Value.1=al2023-ami-*",
  "Action=DescribeImages&Owner.1=amazon&MaxResults=5",
  "Action=CreateVolume&Size=8&VolumeType=gp3&AvailabilityZone=us-east-1a",
  "Action=DescribeVolumes&MaxResults=5",
  "Action=DescribeImages&ImageId.1=ami-0123456789abcdef0",
  "Action=DescribeTags",
  "Action=Nonsense",
  "Action=CreateVolume&DryRun=true&Size=8&AvailabilityZone=us-east-1a",
  "Action=DeleteVolume&VolumeId=",
}
local asked = 0
local volume = "vol-0123456789abcdef0"

function request()
  asked = asked + 1
  local form = forms[asked % #forms + 1]
  if form:sub(-1) == "=" then
    form = form .. volume
  end
  return wrk.format("POST", "/", headers, form)
end

function response(status, head, body)
  volume = body:match("<CreateVolumeResponse.*<volumeId>(vol%-%x+)") or volume
end
