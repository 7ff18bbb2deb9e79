# Times R's dga on one table, and tells the median of the total so that the two can be compared.
#
# It depends on R with the package dga, as installed by its user; benchmarks/dga.py calls it.
# Arguments: cells separated by commas, the last number of missing persons, a file with one graph a
# line, as cliques and separators of list numbers ("12,13;1"), or "" for the graphs of the package,
# the calls of one run, and the seconds after which a run has fewer.
suppressMessages(library(dga))
asked <- commandArgs(trailingOnly = TRUE)
cells <- as.numeric(strsplit(asked[1], ",")[[1]])
p <- round(log2(length(cells)))
last <- as.integer(asked[2])
sets <- function(text) lapply(strsplit(text, ",")[[1]], function(one)
  matrix(as.numeric(strsplit(one, "")[[1]]), nrow = 1))
if (length(asked) > 2 && nchar(asked[3])) {
  graphs <- lapply(strsplit(readLines(asked[3]), ";"), function(parts) {
    graph <- list(C = sets(parts[1]))
    if (length(parts) > 1) graph$S <- sets(parts[2])
    graph
  })
} else {
  data(list = paste0("graphs", p))
  graphs <- get(paste0("graphs", p))
}
table <- array(cells, dim = rep(2, p))
found <- NULL
run <- function(calls) {
  used <- system.time(for (i in seq_len(calls)) found <<- bma.cr(table, 1:last, 2^-p, graphs))
  (used[[1]] + used[[2]]) / calls
}
invisible(run(1))
calls <- max(1, min(as.numeric(asked[4]), round(as.numeric(asked[5]) / max(run(1), 1e-3))))
seconds <- median(sapply(seq_len(5), function(i) run(calls)))
cat(seconds, which(cumsum(colSums(found)) >= 0.5)[1], "\n")
