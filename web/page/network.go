package page

import "net/netip"

// Network is what one caller has of addresses: the one address, or in IPv6 the 64 bits that a household is given.
func Network(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil || ip.Unmap().Is4() {
		return address
	}
	return netip.PrefixFrom(ip.WithZone(""), 64).Masked().String()
}
