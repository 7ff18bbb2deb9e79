# Runs the reference program for latent classes on one table, and tells what it cost.
#
# It depends on R with the package LCMCR, as installed by its user.
# Call: Rscript lcmcr_reference.R TABLE.csv DRAWS.csv THINNING
# TABLE.csv has one 0/1 column a list and a column count; DRAWS.csv gets a column a chain with the
# total number of persons in each kept draw. Printed: CPU seconds of all chains together.

suppressMessages(library(LCMCR))

arguments <- commandArgs(trailingOnly = TRUE)
patterns <- read.csv(arguments[1])
thinning <- as.integer(arguments[3])
lists <- setdiff(names(patterns), "count")
persons <- patterns[rep(seq_len(nrow(patterns)), patterns$count), lists]
persons[] <- lapply(persons, factor, levels = c(0, 1))

one_chain <- function(seed) {
  chain <- lcmCR(
    captures = persons, K = 10, a_alpha = 0.25, b_alpha = 0.25,
    buffer_size = 10000, thinning = thinning, seed = seed, verbose = FALSE
  )
  lcmCR_PostSampl(chain, burnin = 20000, samples = 5000, thinning = thinning, output = FALSE)
}

began <- proc.time()
draws <- vapply(1:8, one_chain, numeric(5000))
spent <- proc.time() - began
write.csv(as.data.frame(draws), arguments[2], row.names = FALSE)
cat(spent[["user.self"]] + spent[["sys.self"]], "\n")
