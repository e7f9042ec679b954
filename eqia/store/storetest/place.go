package storetest

import "syscall"

// Linux keeps what is in memory's files in memory. Tests write little, but wait for a disk at every save, and a database of hundreds of small
// files is copied there in a tenth of the time.
const (
	memory, memoryNeeded = "/dev/shm", 1 << 30
	disk                 = "/tmp"
)

// Place is the directory where databases of tests are quickest: in memory when there is room for them, and else on the disk.
func Place() string {
	var room syscall.Statfs_t
	if err := syscall.Statfs(memory, &room); err != nil || room.Bavail*uint64(room.Bsize) < memoryNeeded {
		return disk
	}
	return memory
}
